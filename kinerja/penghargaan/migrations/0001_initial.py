import django.db.models.deletion
import kinerja.penghargaan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
        ('penilaian', '0001_initial'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProgramPenghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penghargaan', to='kepegawaian.unitkerja')),
                ('nama', models.CharField(max_length=120)),
                ('tahun', models.PositiveSmallIntegerField()),
                ('bentuk', models.CharField(choices=[('suksesi', 'Prioritas untuk diikutsertakan dalam program kelompok rencana suksesi'), ('kompetensi', 'Prioritas untuk pengembangan kompetensi'), ('lain', 'Penghargaan lain dari PPK sesuai ketentuan peraturan perundang-undangan')], max_length=12)),
                ('uraian', models.TextField(blank=True)),
                ('kriteria', models.JSONField()),
                ('kursi', models.PositiveSmallIntegerField(default=1)),
                ('kuorum', models.PositiveSmallIntegerField(default=3)),
                ('tanpa_rekan_seunit', models.BooleanField(default=False)),
                ('usulan_mulai_on', models.DateField()),
                ('usulan_selesai_on', models.DateField()),
                ('juri_mulai_on', models.DateField()),
                ('juri_selesai_on', models.DateField()),
                ('keadaan', models.CharField(choices=[('disiapkan', 'Sedang disiapkan'), ('dibuka', 'Sedang berjalan'), ('dihitung', 'Suara sudah dihitung'), ('diputus', 'Sudah diputuskan')], default=kinerja.penghargaan.istilah.KeadaanProgram['DISIAPKAN'], max_length=10)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('disiplin_dicocokkan_at', models.DateTimeField(blank=True, null=True)),
                ('calon_dihitung_at', models.DateTimeField(blank=True, null=True)),
                ('suara_dihitung_at', models.DateTimeField(blank=True, null=True)),
                ('alasan_putusan', models.TextField(blank=True)),
                ('menyimpang', models.BooleanField(default=False)),
                ('diputus_at', models.DateTimeField(blank=True, null=True)),
                ('diputus_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dibuat_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-tahun', '-juri_selesai_on', '-id'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'tahun', 'nama'), name='penghargaan_nama_satu'), models.CheckConstraint(condition=models.Q(('usulan_selesai_on__gte', models.F('usulan_mulai_on')), ('juri_mulai_on__gt', models.F('usulan_selesai_on')), ('juri_selesai_on__gte', models.F('juri_mulai_on'))), name='penghargaan_masa_berurutan'), models.CheckConstraint(condition=models.Q(('kuorum__gte', 1), ('kursi__gte', 1)), name='penghargaan_kursi_kuorum')],
            },
        ),
        migrations.CreateModel(
            name='JuriPenghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_juri', to='penghargaan.programpenghargaan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_juri_penghargaan', to='kepegawaian.pegawai')),
                ('ditunjuk_at', models.DateTimeField()),
                ('ditunjuk_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keluar_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['program_id', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('program', 'pegawai'), name='juri_satu_per_program')],
            },
        ),
        migrations.CreateModel(
            name='SuaraPenghargaan',
            fields=[
                ('juri', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='suara', serialize=False, to='penghargaan.juripenghargaan')),
                ('setuju', models.JSONField(default=list)),
                ('disimpan_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['juri_id'],
            },
        ),
        migrations.CreateModel(
            name='PenerimaPenghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penerima', to='penghargaan.programpenghargaan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penghargaan_diterima', to='kepegawaian.pegawai')),
                ('jabatan', models.CharField(blank=True, max_length=150)),
                ('unit', models.CharField(max_length=150)),
                ('kutipan', models.CharField(max_length=300)),
                ('catatan', models.CharField(blank=True, max_length=300)),
                ('tampil', models.CharField(choices=[('menunggu', 'Menunggu jawaban penerima'), ('tampil', 'Tampil di dinding'), ('tersembunyi', 'Tidak ditampilkan')], default=kinerja.penghargaan.istilah.Tampil['MENUNGGU'], max_length=12)),
                ('tampil_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-program__tahun', '-program_id', 'pegawai__nama', 'id'],
                'indexes': [models.Index(fields=['pegawai', 'tampil'], name='penerima_tampil')],
                'constraints': [models.UniqueConstraint(fields=('program', 'pegawai'), name='penerima_satu_per_program')],
            },
        ),
        migrations.CreateModel(
            name='CatatanDisiplin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_disiplin', to='penghargaan.programpenghargaan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
            ],
            options={
                'ordering': ['program_id', 'pegawai_id'],
                'constraints': [models.UniqueConstraint(fields=('program', 'pegawai'), name='disiplin_satu')],
            },
        ),
        migrations.CreateModel(
            name='CalonPenghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_calon', to='penghargaan.programpenghargaan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pencalonan', to='kepegawaian.pegawai')),
                ('asal', models.CharField(choices=[('aturan', 'Memenuhi syarat'), ('usulan', 'Diusulkan rekan')], max_length=10)),
                ('keadaan', models.CharField(choices=[('layak', 'Memenuhi semua syarat'), ('belum', 'Belum memenuhi semua syarat')], max_length=10)),
                ('jawaban', models.JSONField(default=list)),
                ('setuju', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('dihitung', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('hasil', models.CharField(blank=True, choices=[('terpilih', 'Terpilih'), ('seri', 'Seri, diputuskan rapat juri'), ('tidak_terpilih', 'Tidak terpilih'), ('kurang_juri', 'Juri yang boleh menilai belum cukup')], max_length=15)),
                ('kalimat', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['program_id', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('program', 'pegawai'), name='calon_satu_per_program')],
            },
        ),
        migrations.CreateModel(
            name='TerimaKasih',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('dari', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_ucapan_dikirim', to='kepegawaian.pegawai')),
                ('kepada', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_ucapan_diterima', to='kepegawaian.pegawai')),
                ('teks', models.CharField(max_length=280)),
                ('nilai', models.CharField(blank=True, choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=30)),
                ('keadaan', models.CharField(choices=[('berdua', 'Hanya dibaca berdua'), ('dipajang', 'Terpasang di dinding'), ('disembunyikan', 'Anda sembunyikan')], default=kinerja.penghargaan.istilah.KeadaanUcapan['BERDUA'], max_length=15)),
                ('ditunda', models.BooleanField(default=False)),
                ('dikirim_on', models.DateField()),
                ('dikirim_at', models.DateTimeField()),
                ('dibaca_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-dikirim_at', '-id'],
                'indexes': [models.Index(fields=['kepada', 'dibaca_at'], name='terima_kasih_kepada'), models.Index(fields=['instansi', 'keadaan', '-dikirim_at'], name='terima_kasih_dinding')],
                'constraints': [models.UniqueConstraint(fields=('dari', 'kepada', 'dikirim_on'), name='terima_kasih_satu_sehari_per_orang'), models.CheckConstraint(condition=models.Q(('dari', models.F('kepada')), _negated=True), name='terima_kasih_bukan_diri_sendiri')],
            },
        ),
        migrations.CreateModel(
            name='UsulanPenghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_usulan', to='penghargaan.programpenghargaan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('pengusul', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('alasan', models.CharField(max_length=300)),
                ('diusulkan_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['program_id', 'diusulkan_at', 'id'],
                'constraints': [models.UniqueConstraint(fields=('program', 'pengusul', 'pegawai'), name='usulan_penghargaan_satu_per_pengusul'), models.CheckConstraint(condition=models.Q(('pegawai', models.F('pengusul')), _negated=True), name='usulan_bukan_diri_sendiri')],
            },
        ),
        migrations.CreateModel(
            name='KaryaTeladan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_karya_teladan', to='kepegawaian.pegawai')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='penilaian.evaluasi')),
                ('rhk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='perencanaan.rencanahasilkerja')),
                ('judul', models.CharField(max_length=120)),
                ('isi', models.TextField()),
                ('pelajaran', models.TextField(blank=True)),
                ('anonim', models.BooleanField(default=False)),
                ('contoh_skp', models.BooleanField(default=False)),
                ('keadaan', models.CharField(choices=[('menunggu', 'Menunggu persetujuan pemilik'), ('tampil', 'Dibagikan'), ('ditolak', 'Tidak dibagikan'), ('ditarik', 'Ditarik pemiliknya')], default=kinerja.penghargaan.istilah.KeadaanKarya['MENUNGGU'], max_length=10)),
                ('diusulkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diusulkan_at', models.DateTimeField()),
                ('dijawab_at', models.DateTimeField(blank=True, null=True)),
                ('ditarik_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-dijawab_at', '-id'],
                'indexes': [models.Index(fields=['instansi', 'keadaan'], name='karya_keadaan')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan__in', ['menunggu', 'tampil'])), fields=('rhk',), name='karya_satu_per_hasil')],
            },
        ),
    ]
