import django.db.models.deletion
import kinerja.peraturan.alur
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kebijakan', '0001_initial'),
        ('kepegawaian', '0001_initial'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Evaluasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('skp', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_evaluasi', to='perencanaan.skp')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_evaluasi', to='kebijakan.periode')),
                ('penilai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_evaluasi', to='kepegawaian.pegawai')),
                ('atasan_penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('oleh_atasan', models.BooleanField(default=False)),
                ('final_sejak_awal', models.BooleanField(default=False)),
                ('kebijakan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kebijakan.kebijakan')),
                ('status', models.CharField(choices=[('dibuka', 'Dibuka'), ('dinilai', 'Dinilai'), ('ditetapkan', 'Ditetapkan'), ('diserahkan', 'Diserahkan kepada pegawai'), ('diterima', 'Diterima pegawai'), ('keberatan', 'Dalam keberatan'), ('diputus', 'Keberatan diputus'), ('final', 'Final')], default=kinerja.peraturan.alur.StatusEvaluasi['DIBUKA'], max_length=15)),
                ('versi', models.PositiveSmallIntegerField(default=1)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('capaian_organisasi', models.CharField(blank=True, choices=[('istimewa', 'Istimewa'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=20)),
                ('saran_hasil', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('saran_perilaku', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('saran_predikat', models.CharField(blank=True, choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang/Misconduct'), ('sangat_kurang', 'Sangat Kurang')], max_length=20)),
                ('masukan', models.JSONField(default=dict)),
                ('jejak_saran', models.JSONField(default=dict)),
                ('rating_hasil', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('rating_perilaku', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('alasan_hasil', models.TextField(blank=True)),
                ('alasan_perilaku', models.TextField(blank=True)),
                ('predikat', models.CharField(blank=True, choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang/Misconduct'), ('sangat_kurang', 'Sangat Kurang')], max_length=20)),
                ('gagal_studi', models.BooleanField(default=False)),
                ('hasil_lama', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='penilaian.evaluasi')),
                ('hasil_lama_diusulkan_at', models.DateTimeField(blank=True, null=True)),
                ('catatan', models.TextField(blank=True)),
                ('jejak_hitung', models.JSONField(default=dict)),
                ('dinilai_at', models.DateTimeField(blank=True, null=True)),
                ('ditetapkan_at', models.DateTimeField(blank=True, null=True)),
                ('diserahkan_at', models.DateTimeField(blank=True, null=True)),
                ('diterima_at', models.DateTimeField(blank=True, null=True)),
                ('final_at', models.DateTimeField(blank=True, null=True)),
                ('dilaporkan_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-periode__selesai_on', '-id'],
                'indexes': [models.Index(fields=['penilai', 'status'], name='evaluasi_penilai')],
                'constraints': [models.UniqueConstraint(fields=('skp', 'periode'), name='evaluasi_satu_per_skp_dan_periode'), models.CheckConstraint(condition=models.Q(('predikat', ''), models.Q(models.Q(('rating_hasil', ''), _negated=True), models.Q(('rating_perilaku', ''), _negated=True)), _connector='OR'), name='evaluasi_predikat_dari_dua_rating')],
            },
        ),
        migrations.CreateModel(
            name='PenilaianHasil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('evaluasi', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='daftar_hasil', to='penilaian.evaluasi')),
                ('rhk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='perencanaan.rencanahasilkerja')),
                ('saran', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('rating', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('alasan', models.TextField(blank=True)),
                ('umpan_balik', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['evaluasi_id', 'rhk__jenis', 'rhk__urutan', 'id'],
                'constraints': [models.UniqueConstraint(fields=('evaluasi', 'rhk'), name='penilaian_hasil_satu')],
            },
        ),
        migrations.CreateModel(
            name='PenilaianPerilaku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('evaluasi', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='daftar_perilaku', to='penilaian.evaluasi')),
                ('aspek', models.CharField(max_length=40)),
                ('rating', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('umpan_balik', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['evaluasi_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('evaluasi', 'aspek'), name='penilaian_perilaku_satu')],
            },
        ),
        migrations.CreateModel(
            name='VersiEvaluasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_versi', to='penilaian.evaluasi')),
                ('nomor', models.PositiveSmallIntegerField()),
                ('isi', models.JSONField()),
                ('alasan', models.TextField(blank=True)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['evaluasi_id', '-nomor'],
                'constraints': [models.UniqueConstraint(fields=('evaluasi', 'nomor'), name='versi_evaluasi_satu_nomor')],
            },
        ),
        migrations.CreateModel(
            name='CapaianUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_capaian', to='kepegawaian.unitkerja')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_capaian', to='kebijakan.periode')),
                ('nilai', models.CharField(choices=[('istimewa', 'Istimewa'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=20)),
                ('dasar', models.TextField(blank=True)),
                ('ditetapkan_at', models.DateTimeField()),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['periode_id', 'unit_kerja__jalur'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'periode'), name='capaian_satu_per_unit_dan_periode')],
            },
        ),
    ]
