import django.db.models.deletion
import kinerja.dukungan.istilah
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PermintaanDukungan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_dukungan', to='kepegawaian.pegawai')),
                ('penempatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.penempatan')),
                ('rhk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='perencanaan.rencanahasilkerja')),
                ('indikator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='perencanaan.indikatorkinerja')),
                ('tentang', models.TextField(blank=True)),
                ('jenis', models.CharField(choices=[('waktu', 'Waktu'), ('alat', 'Alat atau sarana'), ('tenaga', 'Orang atau tenaga'), ('pelatihan', 'Pelatihan'), ('perubahan_target', 'Perubahan target'), ('lainnya', 'Lainnya')], max_length=20)),
                ('uraian', models.CharField(max_length=500)),
                ('diinginkan_on', models.DateField()),
                ('keadaan', models.CharField(choices=[('menunggu', 'Menunggu penilai'), ('diteruskan', 'Diteruskan ke atasan'), ('dijanjikan', 'Dijanjikan'), ('tidak_dapat', 'Tidak dapat dipenuhi'), ('diterima', 'Sudah diterima'), ('belum_datang', 'Belum datang'), ('ditarik', 'Ditarik')], default=kinerja.dukungan.istilah.KeadaanDukungan['MENUNGGU'], max_length=15)),
                ('penjawab', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('batas_on', models.DateField()),
                ('tersedia_on', models.DateField(blank=True, null=True)),
                ('naik_kepada', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('naik_at', models.DateTimeField(blank=True, null=True)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-asked_at', '-id'],
                'indexes': [models.Index(fields=['pegawai', 'keadaan'], name='dukungan_pegawai'), models.Index(fields=['keadaan', 'batas_on'], name='dukungan_batas')],
            },
        ),
        migrations.CreateModel(
            name='LangkahDukungan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('permintaan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_langkah', to='dukungan.permintaandukungan')),
                ('jenis', models.CharField(choices=[('diminta', 'Diminta'), ('dipenuhi', 'Dijawab: dipenuhi'), ('sebagian', 'Dijawab: dipenuhi sebagian'), ('tidak_dapat', 'Dijawab: tidak dapat'), ('diteruskan', 'Diteruskan ke atasan'), ('naik', 'Naik ke atasan penilai karena lewat batas'), ('diterima', 'Diterima'), ('belum_datang', 'Belum datang'), ('ditarik', 'Ditarik')], max_length=15)),
                ('oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('kepada', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('teks', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['permintaan_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='JanjiDukungan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_janji', to='perencanaan.skp')),
                ('teks', models.TextField()),
                ('diterima_on', models.DateField(blank=True, null=True)),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('catatan_penilai', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['skp_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('skp', 'teks'), name='janji_satu_per_baris')],
            },
        ),
    ]
