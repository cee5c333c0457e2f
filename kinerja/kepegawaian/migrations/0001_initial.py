import django.db.models.deletion
import kinerja.kepegawaian.istilah
import kinerja.peraturan.identitas.istilah
import kinerja.peraturan.kewenangan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Instansi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=20, unique=True)),
                ('nama', models.CharField(max_length=150)),
                ('jenis', models.CharField(choices=[('pusat', 'Instansi Pusat'), ('daerah', 'Instansi Daerah')], default=kinerja.peraturan.kewenangan.istilah.JenisInstansi['DAERAH'], max_length=10)),
                ('tempat', models.CharField(help_text='Kota yang tertulis di atas tanda tangan.', max_length=60)),
                ('zona_waktu', models.CharField(default='Asia/Jakarta', max_length=40)),
            ],
            options={
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='Impor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_impor', to='kepegawaian.instansi')),
                ('jenis', models.CharField(max_length=20)),
                ('nama_berkas', models.CharField(max_length=200)),
                ('sidik_berkas', models.CharField(max_length=64)),
                ('status', models.CharField(choices=[('dicocokkan', 'Kolomnya belum dicocokkan'), ('diperiksa', 'Diperiksa, belum diterapkan'), ('diterapkan', 'Sudah diterapkan'), ('dibatalkan', 'Dibatalkan')], default=kinerja.kepegawaian.istilah.StatusImpor['DIPERIKSA'], max_length=12)),
                ('mentah', models.JSONField(blank=True, default=dict)),
                ('baris', models.JSONField(default=list)),
                ('ringkasan', models.JSONField(default=dict)),
                ('diunggah_at', models.DateTimeField()),
                ('diunggah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diterapkan_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-diunggah_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Pegawai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pegawai', to='kepegawaian.instansi')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pegawai', to=settings.AUTH_USER_MODEL)),
                ('nip', models.CharField(max_length=18, unique=True, verbose_name='NIP')),
                ('nama', models.CharField(max_length=150)),
                ('jenis_asn', models.CharField(blank=True, choices=[('pns', 'PNS'), ('cpns', 'CPNS'), ('pppk', 'PPPK'), ('pppk_paruh_waktu', 'PPPK Paruh Waktu')], default=kinerja.peraturan.identitas.istilah.JenisASN['PNS'], max_length=20)),
                ('golongan', models.CharField(blank=True, max_length=6)),
                ('status', models.CharField(choices=[('aktif', 'Aktif'), ('tugas_belajar', 'Tugas belajar'), ('cltn', 'Cuti di luar tanggungan negara'), ('mpp', 'Masa persiapan pensiun'), ('diberhentikan_sementara', 'Diberhentikan sementara'), ('pejabat_negara', 'Pejabat negara'), ('berhenti', 'Berhenti atau pensiun')], default=kinerja.kepegawaian.istilah.StatusPegawai['AKTIF'], max_length=30)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
            ],
            options={
                'ordering': ['nama', 'id'],
            },
        ),
        migrations.CreateModel(
            name='UnitKerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_unit', to='kepegawaian.instansi')),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_anak', to='kepegawaian.unitkerja')),
                ('jalur', models.CharField(blank=True, db_index=True, max_length=200)),
                ('kode', models.CharField(max_length=40)),
                ('nama', models.CharField(max_length=150)),
                ('jenis', models.CharField(blank=True, max_length=30)),
                ('mandiri', models.BooleanField(default=False, help_text='Unit kerja mandiri: pimpinannya menyusun SKP seperti JPT.')),
                ('hari_kerja', models.PositiveSmallIntegerField(default=5)),
                ('dibubarkan_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['jalur', 'kode'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'kode'), name='unit_kode_satu_per_instansi'), models.CheckConstraint(condition=models.Q(('hari_kerja__in', [5, 6])), name='unit_hari_kerja_5_atau_6'), models.CheckConstraint(condition=models.Q(('induk', models.F('id')), _negated=True), name='unit_bukan_induk_sendiri')],
            },
        ),
        migrations.CreateModel(
            name='Jabatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_jabatan', to='kepegawaian.unitkerja')),
                ('kode', models.CharField(max_length=40)),
                ('nama', models.CharField(max_length=150)),
                ('jenis', models.CharField(blank=True, choices=[('jpt_utama', 'JPT Utama'), ('jpt_madya', 'JPT Madya'), ('jpt_pratama', 'JPT Pratama'), ('administrator', 'Administrator'), ('pengawas', 'Pengawas'), ('pelaksana', 'Pelaksana'), ('jf', 'Jabatan Fungsional')], max_length=20)),
                ('jenjang', models.CharField(blank=True, choices=[('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama'), ('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia')], max_length=20)),
                ('kepala', models.BooleanField(default=False, help_text='Memimpin unit kerjanya.')),
            ],
            options={
                'ordering': ['unit_kerja__jalur', '-kepala', 'nama'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'kode'), name='jabatan_kode_satu_per_unit')],
            },
        ),
        migrations.CreateModel(
            name='Peran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_peran', to=settings.AUTH_USER_MODEL)),
                ('jenis', models.CharField(choices=[('admin_instansi', 'Admin instansi'), ('pimpinan', 'Pimpinan'), ('auditor', 'Auditor')], max_length=20)),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['user_id', 'jenis', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('selesai_on__isnull', True)), fields=('user', 'jenis', 'unit_kerja'), name='peran_berjalan_satu_per_unit')],
            },
        ),
        migrations.CreateModel(
            name='Penempatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penempatan', to='kepegawaian.pegawai')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penempatan', to='kepegawaian.jabatan')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penempatan', to='kepegawaian.unitkerja')),
                ('jenis', models.CharField(choices=[('definitif', 'Definitif'), ('plt', 'Pelaksana Tugas (Plt.)'), ('plh', 'Pelaksana Harian (Plh.)')], default=kinerja.kepegawaian.istilah.JenisPenempatan['DEFINITIF'], max_length=10)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
                ('dasar', models.CharField(blank=True, help_text='Nomor SK atau surat perintah.', max_length=150)),
            ],
            options={
                'ordering': ['-mulai_on', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('selesai_on__isnull', True), ('selesai_on__gte', models.F('mulai_on')), _connector='OR'), name='penempatan_selesai_setelah_mulai'), models.UniqueConstraint(condition=models.Q(('jenis', 'definitif'), ('selesai_on__isnull', True)), fields=('pegawai',), name='penempatan_definitif_berjalan_satu')],
            },
        ),
        migrations.CreateModel(
            name='LaporanPenilaiSalah',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('penempatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_laporan', to='kepegawaian.penempatan')),
                ('usulan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('keterangan', models.TextField()),
                ('status', models.CharField(choices=[('baru', 'Menunggu diperiksa'), ('disetujui', 'Disetujui'), ('ditolak', 'Ditolak')], default=kinerja.kepegawaian.istilah.StatusLaporan['BARU'], max_length=12)),
                ('dilaporkan_at', models.DateTimeField()),
                ('diputus_at', models.DateTimeField(blank=True, null=True)),
                ('diputus_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tanggapan', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-dilaporkan_at', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'baru')), fields=('penempatan',), name='laporan_penilai_satu_berjalan')],
            },
        ),
        migrations.CreateModel(
            name='HubunganPenilai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('penempatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penilai', to='kepegawaian.penempatan')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_dinilai', to='kepegawaian.pegawai')),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
                ('alasan', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['-mulai_on', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('selesai_on__isnull', True)), fields=('penempatan',), name='penilai_berjalan_satu'), models.CheckConstraint(condition=models.Q(('selesai_on__isnull', True), ('selesai_on__gte', models.F('mulai_on')), _connector='OR'), name='penilai_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='PetaKolom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_peta_kolom', to='kepegawaian.instansi')),
                ('jenis', models.CharField(max_length=20)),
                ('judul', models.CharField(max_length=120)),
                ('kunci', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'ordering': ['jenis', 'judul'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'jenis', 'judul'), name='peta_kolom_satu_per_judul')],
            },
        ),
    ]
