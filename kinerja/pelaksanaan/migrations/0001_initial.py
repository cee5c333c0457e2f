import django.db.models.deletion
import kinerja.pelaksanaan.models
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
            name='PermintaanUmpanBalik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_permintaan', to='perencanaan.skp')),
                ('rhk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='perencanaan.rencanahasilkerja')),
                ('nilai', models.CharField(blank=True, choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=30)),
                ('kepada', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_permintaan_masuk', to='kepegawaian.pegawai')),
                ('peminta', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pesan', models.CharField(blank=True, max_length=300)),
                ('requested_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('declined_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-requested_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Realisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_realisasi', to='perencanaan.skp')),
                ('indikator', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_realisasi', to='perencanaan.indikatorkinerja')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_realisasi', to='kebijakan.periode')),
                ('nilai', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ('uraian', models.TextField(blank=True)),
                ('terlambat', models.BooleanField(default=False)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['periode__mulai_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('indikator', 'periode'), name='realisasi_satu_per_periode'), models.CheckConstraint(condition=models.Q(('nilai__isnull', False), models.Q(('uraian', ''), _negated=True), _connector='OR'), name='realisasi_tidak_kosong')],
            },
        ),
        migrations.CreateModel(
            name='BuktiDukung',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('realisasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bukti', to='pelaksanaan.realisasi')),
                ('keterangan', models.CharField(help_text='Bukti ini menunjukkan apa?', max_length=300)),
                ('tautan', models.URLField(blank=True, max_length=500)),
                ('berkas', models.FileField(blank=True, upload_to='bukti/%Y/%m/')),
                ('nama_asli', models.CharField(blank=True, max_length=200)),
                ('jenis_berkas', models.CharField(blank=True, max_length=10)),
                ('ukuran', models.PositiveIntegerField(default=0)),
                ('sidik', models.CharField(blank=True, db_index=True, max_length=64)),
                ('added_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['added_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('tautan', ''), models.Q(('berkas', ''), _negated=True)), models.Q(models.Q(('tautan', ''), _negated=True), ('berkas', '')), _connector='OR'), name='bukti_berkas_atau_tautan')],
            },
        ),
        migrations.CreateModel(
            name='UmpanBalik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_umpan_balik', to='perencanaan.skp')),
                ('rhk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_umpan_balik', to='perencanaan.rencanahasilkerja')),
                ('nilai', models.CharField(blank=True, choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=30)),
                ('pemberi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('peran_pemberi', models.CharField(choices=[('pimpinan', 'Pimpinan'), ('rekan', 'Rekan kerja'), ('bawahan', 'Bawahan'), ('lainnya', 'Pihak lain')], max_length=10)),
                ('nada', models.CharField(choices=[('positif', 'Apresiasi'), ('netral', 'Catatan'), ('perbaikan', 'Perlu perbaikan')], default=kinerja.pelaksanaan.models.Nada['NETRAL'], max_length=10)),
                ('teks', models.TextField()),
                ('bukti_tautan', models.URLField(blank=True, max_length=500)),
                ('permintaan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_jawaban', to='pelaksanaan.permintaanumpanbalik')),
                ('given_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['given_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('nilai', ''), ('rhk__isnull', False)), models.Q(('rhk__isnull', True), models.Q(('nilai', ''), _negated=True)), _connector='OR'), name='umpan_balik_satu_sasaran')],
            },
        ),
        migrations.CreateModel(
            name='KunciRealisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kunci_realisasi', to='perencanaan.skp')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kebijakan.periode')),
                ('locked_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['skp_id', 'periode__mulai_on'],
                'constraints': [models.UniqueConstraint(fields=('skp', 'periode'), name='kunci_realisasi_satu')],
            },
        ),
    ]
