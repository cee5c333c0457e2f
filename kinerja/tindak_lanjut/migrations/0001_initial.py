import django.db.models.deletion
import kinerja.tindak_lanjut.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
        ('penilaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Keberatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='keberatan', to='penilaian.evaluasi')),
                ('pemutus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_keberatan', to='kepegawaian.pegawai')),
                ('alasan', models.TextField()),
                ('filed_at', models.DateTimeField()),
                ('batas_putusan_on', models.DateField()),
                ('penjelasan_penilai', models.TextField(blank=True)),
                ('explained_at', models.DateTimeField(blank=True, null=True)),
                ('putusan', models.CharField(blank=True, choices=[('menguatkan', 'Menguatkan'), ('mengubah', 'Mengubah')], max_length=12)),
                ('pertimbangan', models.TextField(blank=True)),
                ('rating_hasil_lama', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('rating_perilaku_lama', models.CharField(blank=True, choices=[('di_bawah_ekspektasi', 'Di Bawah Ekspektasi'), ('sesuai_ekspektasi', 'Sesuai Ekspektasi'), ('di_atas_ekspektasi', 'Di Atas Ekspektasi')], max_length=25)),
                ('predikat_lama', models.CharField(blank=True, choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang/Misconduct'), ('sangat_kurang', 'Sangat Kurang')], max_length=20)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-filed_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='PemeriksaanHasil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pemeriksaan_tindak_lanjut', to='penilaian.evaluasi')),
                ('versi', models.PositiveSmallIntegerField()),
                ('diperiksa_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-diperiksa_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='UsulanTindakLanjut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_usulan_tindak_lanjut', to='penilaian.evaluasi')),
                ('tindakan', models.CharField(choices=[('pelatihan', 'Pelatihan'), ('umpan_balik', 'Rencana umpan balik'), ('dialog', 'Dialog kinerja'), ('penghargaan', 'Calon penerima penghargaan'), ('promosi', 'Daftar pertimbangan promosi'), ('pembinaan', 'Pembinaan'), ('contoh_baik', 'Contoh baik')], max_length=15)),
                ('asal', models.CharField(choices=[('aturan', 'Aturan kebijakan'), ('dialihkan', 'Dialihkan dari usulan lain')], default=kinerja.tindak_lanjut.istilah.AsalUsulan['ATURAN'], max_length=10)),
                ('alasan', models.TextField()),
                ('alasan_umum', models.TextField()),
                ('daftar_aspek', models.JSONField(blank=True, default=list)),
                ('aturan', models.JSONField(blank=True, default=list)),
                ('versi', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('menunggu', 'Menunggu putusan'), ('disetujui', 'Disetujui'), ('ditolak', 'Tidak dijalankan'), ('dialihkan', 'Dialihkan'), ('selesai', 'Selesai'), ('gugur', 'Gugur karena hasil berubah')], default=kinerja.tindak_lanjut.istilah.StatusUsulan['MENUNGGU'], max_length=10)),
                ('catatan', models.TextField(blank=True)),
                ('disusun_at', models.DateTimeField()),
                ('diputus_at', models.DateTimeField(blank=True, null=True)),
                ('diputus_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('alasan_putusan', models.TextField(blank=True)),
                ('dialihkan_ke', models.CharField(blank=True, choices=[('pelatihan', 'Pelatihan'), ('umpan_balik', 'Rencana umpan balik'), ('dialog', 'Dialog kinerja'), ('penghargaan', 'Calon penerima penghargaan'), ('promosi', 'Daftar pertimbangan promosi'), ('pembinaan', 'Pembinaan'), ('contoh_baik', 'Contoh baik')], max_length=15)),
                ('objek_jenis', models.CharField(blank=True, max_length=60)),
                ('objek_id', models.BigIntegerField(blank=True, null=True)),
                ('selesai_at', models.DateTimeField(blank=True, null=True)),
                ('catatan_selesai', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-disusun_at', '-id'],
                'indexes': [models.Index(fields=['instansi', 'status', 'tindakan'], name='usulan_papan')],
                'constraints': [models.UniqueConstraint(fields=('evaluasi', 'tindakan'), name='usulan_satu_per_hasil_dan_tindakan'), models.CheckConstraint(condition=models.Q(('status__in', ['menunggu', 'gugur']), models.Q(('diputus_at__isnull', False), ('diputus_oleh__isnull', False), models.Q(('alasan_putusan', ''), _negated=True)), _connector='OR'), name='usulan_diputus_orang_dengan_alasan')],
            },
        ),
    ]
