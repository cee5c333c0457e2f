import django.db.models.deletion
import kinerja.laporan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
        ('pekerjaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Unduhan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pemilik', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('jenis', models.CharField(choices=[('pyb', 'Laporan kinerja pegawai kepada PyB'), ('unit', 'Rekap per unit'), ('sebaran', 'Sebaran predikat'), ('jp', 'Jam pelajaran'), ('ikm', 'IKM per layanan'), ('angka-kredit', 'Angka kredit'), ('tindak-lanjut', 'Tindak lanjut'), ('bkn-skp', 'Ekspor BKN: SKP tahunan'), ('bkn-periodik', 'Ekspor BKN: kinerja periodik'), ('bkn-angka-kredit', 'Ekspor BKN: angka kredit')], max_length=20)),
                ('bentuk', models.CharField(choices=[('xlsx', 'Excel (XLSX)'), ('csv', 'CSV'), ('pdf', 'PDF'), ('zip', 'ZIP dokumen')], max_length=4)),
                ('judul', models.CharField(max_length=250)),
                ('saringan', models.JSONField(default=dict)),
                ('daftar_jalur', models.JSONField(default=list)),
                ('keadaan', models.CharField(choices=[('disiapkan', 'Sedang disiapkan'), ('siap', 'Siap diunduh'), ('gagal', 'Belum berhasil')], default=kinerja.laporan.istilah.KeadaanUnduhan['DISIAPKAN'], max_length=12)),
                ('jumlah', models.PositiveIntegerField(default=0)),
                ('nama_berkas', models.CharField(max_length=200)),
                ('ukuran', models.PositiveBigIntegerField(default=0)),
                ('galat', models.CharField(blank=True, max_length=300)),
                ('diminta_at', models.DateTimeField()),
                ('siap_at', models.DateTimeField(blank=True, null=True)),
                ('dihapus_at', models.DateTimeField()),
                ('pekerjaan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='unduhan', to='pekerjaan.pekerjaan')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['pemilik', '-id'], name='unduhan_milik'), models.Index(fields=['dihapus_at'], name='unduhan_dihapus')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('keadaan', 'siap'), _negated=True), ('siap_at__isnull', False), _connector='OR'), name='unduhan_siap_bertanggal')],
            },
        ),
    ]
