import django.db.models.deletion
import kinerja.pelatihan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Pelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pelatihan', to='kepegawaian.instansi')),
                ('kode', models.CharField(max_length=40)),
                ('nama', models.CharField(max_length=200)),
                ('bentuk', models.CharField(blank=True, max_length=60)),
                ('jenis_kompetensi', models.CharField(choices=[('dasar', 'Dasar'), ('manajerial', 'Manajerial'), ('sosial kultural', 'Sosial kultural'), ('teknis', 'Teknis')], max_length=20)),
                ('jp', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='JP')),
                ('sasaran', models.CharField(blank=True, max_length=200)),
                ('daftar_kode', models.JSONField(blank=True, default=list)),
                ('sumber', models.CharField(blank=True, max_length=300)),
                ('aktif', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'kode'), name='pelatihan_kode_satu_per_instansi'), models.CheckConstraint(condition=models.Q(('jp__isnull', True), models.Q(('jp__gte', 1), ('jp__lte', 2000)), _connector='OR'), name='pelatihan_jp_wajar')],
            },
        ),
        migrations.CreateModel(
            name='KelasPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pelatihan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kelas', to='pelatihan.pelatihan')),
                ('nama', models.CharField(help_text='Misalnya Angkatan I.', max_length=120)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('batas_daftar_on', models.DateField()),
                ('cara', models.CharField(choices=[('tatap_muka', 'Tatap muka'), ('daring', 'Daring'), ('campuran', 'Tatap muka dan daring')], default=kinerja.pelatihan.istilah.CaraKelas['TATAP_MUKA'], max_length=12)),
                ('tempat', models.CharField(blank=True, max_length=200)),
                ('kursi', models.PositiveSmallIntegerField()),
                ('biaya', models.PositiveBigIntegerField(default=0)),
                ('jp', models.PositiveSmallIntegerField(verbose_name='JP')),
                ('penyelenggara', models.CharField(max_length=150)),
                ('petugas', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kelas_dipegang', to='kepegawaian.pegawai')),
                ('keadaan', models.CharField(choices=[('disiapkan', 'Disiapkan'), ('dibuka', 'Pendaftaran dibuka'), ('selesai', 'Selesai'), ('dibatalkan', 'Dibatalkan')], default=kinerja.pelatihan.istilah.KeadaanKelas['DISIAPKAN'], max_length=12)),
                ('alasan_batal', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-mulai_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('pelatihan', 'nama', 'mulai_on'), name='kelas_satu_per_hari_mulai'), models.CheckConstraint(condition=models.Q(('selesai_on__gte', models.F('mulai_on'))), name='kelas_selesai_setelah_mulai'), models.CheckConstraint(condition=models.Q(('batas_daftar_on__lte', models.F('mulai_on'))), name='kelas_daftar_sebelum_mulai'), models.CheckConstraint(condition=models.Q(('jp__gte', 1), ('jp__lte', 2000)), name='kelas_jp_wajar'), models.CheckConstraint(condition=models.Q(('kursi__gte', 1)), name='kelas_ada_kursi')],
            },
        ),
        migrations.CreateModel(
            name='PesertaPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kelas', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_peserta', to='pelatihan.kelaspelatihan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_ikut_pelatihan', to='kepegawaian.pegawai')),
                ('penempatan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.penempatan')),
                ('asal', models.CharField(choices=[('sendiri', 'Mendaftar sendiri'), ('penilai', 'Diusulkan penilai'), ('rencana', 'Rencana pengembangan'), ('anggaran', 'Rencana anggaran BKPSDM')], default=kinerja.pelatihan.istilah.AsalUsulan['SENDIRI'], max_length=10)),
                ('alasan', models.TextField(blank=True)),
                ('keadaan', models.CharField(choices=[('diajukan', 'Menunggu persetujuan penilai'), ('disetujui', 'Menunggu keputusan panitia'), ('diterima', 'Diterima'), ('daftar_tunggu', 'Daftar tunggu'), ('ditolak', 'Tidak diterima'), ('mengundurkan_diri', 'Mengundurkan diri'), ('lulus', 'Lulus'), ('tidak_lulus', 'Tidak lulus')], max_length=20)),
                ('nomor_kursi', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('diajukan_at', models.DateTimeField()),
                ('penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('disetujui_at', models.DateTimeField(blank=True, null=True)),
                ('antre_at', models.DateTimeField(blank=True, null=True)),
                ('diputus_at', models.DateTimeField(blank=True, null=True)),
                ('catatan', models.TextField(blank=True)),
                ('dinilai_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['kelas_id', 'pegawai__nama', 'id'],
                'indexes': [models.Index(fields=['pegawai', 'keadaan'], name='ikut_pegawai')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan__in', (kinerja.pelatihan.istilah.KeadaanPeserta['DITOLAK'], kinerja.pelatihan.istilah.KeadaanPeserta['MENGUNDURKAN_DIRI'])), _negated=True), fields=('kelas', 'pegawai'), name='ikut_satu_per_kelas'), models.UniqueConstraint(fields=('kelas', 'nomor_kursi'), name='ikut_satu_kursi_satu_orang'), models.CheckConstraint(condition=models.Q(models.Q(('keadaan__in', (kinerja.pelatihan.istilah.KeadaanPeserta['DITERIMA'], kinerja.pelatihan.istilah.KeadaanPeserta['LULUS'], kinerja.pelatihan.istilah.KeadaanPeserta['TIDAK_LULUS'])), ('nomor_kursi__gte', 1)), models.Q(models.Q(('keadaan__in', (kinerja.pelatihan.istilah.KeadaanPeserta['DITERIMA'], kinerja.pelatihan.istilah.KeadaanPeserta['LULUS'], kinerja.pelatihan.istilah.KeadaanPeserta['TIDAK_LULUS'])), _negated=True), ('nomor_kursi__isnull', True)), _connector='OR'), name='ikut_berkursi_bila_diterima'), models.CheckConstraint(condition=models.Q(models.Q(('keadaan', 'daftar_tunggu'), _negated=True), ('antre_at__isnull', False), _connector='OR'), name='ikut_antre_bertanggal')],
            },
        ),
        migrations.CreateModel(
            name='KehadiranPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('peserta', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_kehadiran', to='pelatihan.pesertapelatihan')),
                ('hari_on', models.DateField()),
                ('cara', models.CharField(choices=[('daftar', 'Daftar hadir'), ('qr', 'Pindai QR')], max_length=10)),
                ('dicatat_at', models.DateTimeField()),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['peserta_id', 'hari_on'],
                'constraints': [models.UniqueConstraint(fields=('peserta', 'hari_on'), name='hadir_satu_per_hari')],
            },
        ),
        migrations.CreateModel(
            name='Sertifikat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sertifikat', to='kepegawaian.pegawai')),
                ('peserta', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sertifikat', to='pelatihan.pesertapelatihan')),
                ('pelatihan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sertifikat', to='pelatihan.pelatihan')),
                ('nama', models.CharField(max_length=200)),
                ('penyelenggara', models.CharField(max_length=150)),
                ('nomor', models.CharField(max_length=100)),
                ('nomor_kunci', models.CharField(max_length=100)),
                ('jp', models.PositiveSmallIntegerField(verbose_name='JP')),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('berkas', models.FileField(blank=True, upload_to='sertifikat/%Y/%m/')),
                ('nama_berkas', models.CharField(blank=True, max_length=150)),
                ('jenis_berkas', models.CharField(blank=True, max_length=10)),
                ('sidik', models.CharField(blank=True, max_length=64)),
                ('keadaan', models.CharField(choices=[('diajukan', 'Menunggu diperiksa'), ('diverifikasi', 'Sah'), ('ditolak', 'Dikembalikan')], max_length=15)),
                ('diajukan_at', models.DateTimeField()),
                ('diperiksa_at', models.DateTimeField(blank=True, null=True)),
                ('diperiksa_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('catatan', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-selesai_on', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan', 'ditolak'), _negated=True), fields=('pegawai', 'nomor_kunci'), name='sertifikat_satu_per_nomor'), models.CheckConstraint(condition=models.Q(('jp__gte', 1), ('jp__lte', 2000)), name='sertifikat_jp_wajar'), models.CheckConstraint(condition=models.Q(('selesai_on__gte', models.F('mulai_on'))), name='sertifikat_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='TindakLanjutPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('peserta', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_jawaban', to='pelatihan.pesertapelatihan')),
                ('pihak', models.CharField(choices=[('peserta', 'Peserta'), ('penilai', 'Penilai')], max_length=10)),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('pemakaian', models.CharField(choices=[('sering', 'Sering dipakai'), ('kadang', 'Kadang-kadang'), ('belum', 'Belum pernah')], max_length=10)),
                ('perubahan', models.CharField(choices=[('lebih_baik', 'Ya, terasa lebih baik'), ('sama', 'Masih sama saja'), ('belum_tahu', 'Belum dapat dikatakan')], max_length=12)),
                ('catatan', models.TextField(blank=True)),
                ('dijawab_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['peserta_id', 'pihak'],
                'constraints': [models.UniqueConstraint(fields=('peserta', 'pihak'), name='tindak_lanjut_satu_per_pihak')],
            },
        ),
    ]
