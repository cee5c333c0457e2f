import django.db.models.deletion
import kinerja.kalibrasi.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kebijakan', '0001_initial'),
        ('kepegawaian', '0001_initial'),
        ('penilaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sidang',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sidang', to='kepegawaian.unitkerja')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sidang', to='kebijakan.periode')),
                ('ketua', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('keadaan', models.CharField(choices=[('disiapkan', 'Sedang disiapkan'), ('berlangsung', 'Sedang berlangsung'), ('selesai', 'Selesai')], default=kinerja.kalibrasi.istilah.KeadaanSidang['DISIAPKAN'], max_length=12)),
                ('batas_tanda_on', models.DateField()),
                ('notulen', models.TextField(blank=True)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('disiapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('disiapkan_at', models.DateTimeField()),
                ('dibuka_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dibuka_at', models.DateTimeField(blank=True, null=True)),
                ('selesai_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-periode__selesai_on', 'unit_kerja__jalur', 'id'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'periode'), name='sidang_satu_per_unit_dan_periode')],
            },
        ),
        migrations.CreateModel(
            name='Peserta',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sidang', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_peserta', to='kalibrasi.sidang')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_peserta_sidang', to='kepegawaian.pegawai')),
                ('peran', models.CharField(choices=[('ketua', 'Ketua sidang'), ('penilai', 'Pejabat penilai'), ('atasan_penilai', 'Atasan pejabat penilai'), ('tim_evaluasi', 'Anggota tim evaluasi'), ('notulis', 'Notulis')], max_length=15)),
            ],
            options={
                'ordering': ['sidang_id', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('sidang', 'pegawai'), name='peserta_satu_per_sidang')],
            },
        ),
        migrations.CreateModel(
            name='Tanda',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sidang', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_tanda', to='kalibrasi.sidang')),
                ('peserta', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_tanda', to='kalibrasi.peserta')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tanda', to='penilaian.evaluasi')),
                ('hasil', models.CharField(blank=True, choices=[('naik', 'Naik'), ('tetap', 'Tetap'), ('turun', 'Turun')], max_length=6)),
                ('perilaku', models.CharField(blank=True, choices=[('naik', 'Naik'), ('tetap', 'Tetap'), ('turun', 'Turun')], max_length=6)),
                ('bahas', models.BooleanField(default=False)),
                ('komentar', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['evaluasi_id', 'peserta__pegawai__nama', 'id'],
                'indexes': [models.Index(fields=['sidang', 'evaluasi'], name='tanda_sidang')],
                'constraints': [models.UniqueConstraint(fields=('peserta', 'evaluasi'), name='tanda_satu_per_peserta'), models.CheckConstraint(condition=models.Q(models.Q(('hasil', ''), _negated=True), models.Q(('perilaku', ''), _negated=True), ('bahas', True), _connector='OR'), name='tanda_tidak_kosong')],
            },
        ),
        migrations.CreateModel(
            name='Usulan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sidang', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_usulan', to='kalibrasi.sidang')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_usulan', to='penilaian.evaluasi')),
                ('pengusul', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_usulan', to='kalibrasi.peserta')),
                ('dari_hasil', models.CharField(choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('dari_perilaku', models.CharField(choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('rating_hasil', models.CharField(choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('rating_perilaku', models.CharField(choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('alasan', models.TextField()),
                ('keadaan', models.CharField(choices=[('menunggu', 'Menunggu penilai'), ('diterima', 'Diterima penilai'), ('ditolak', 'Ditolak penilai'), ('gugur', 'Tidak dijawab sampai sidang selesai')], default=kinerja.kalibrasi.istilah.KeadaanUsulan['MENUNGGU'], max_length=10)),
                ('jawaban', models.TextField(blank=True)),
                ('proposed_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['sidang_id', 'proposed_at', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan', 'menunggu')), fields=('evaluasi',), name='usulan_menunggu_satu'), models.CheckConstraint(condition=models.Q(models.Q(('dari_hasil', models.F('rating_hasil')), _negated=True), models.Q(('dari_perilaku', models.F('rating_perilaku')), _negated=True), _connector='OR'), name='usulan_mengubah_sesuatu')],
            },
        ),
    ]
