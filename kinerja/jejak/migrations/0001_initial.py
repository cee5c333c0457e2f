import django.db.models.deletion
import kinerja.jejak.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='PengikutJejak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=40, unique=True)),
                ('sampai_id', models.BigIntegerField()),
            ],
            options={
                'ordering': ['kode'],
            },
        ),
        migrations.CreateModel(
            name='Segel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('dari_id', models.BigIntegerField(unique=True)),
                ('sampai_id', models.BigIntegerField(unique=True)),
                ('daftar_sidik', models.JSONField()),
                ('sidik_sebelum', models.CharField(max_length=64)),
                ('sidik', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='AksesData',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pembaca', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai_id', models.BigIntegerField()),
                ('halaman', models.CharField(choices=[('skp', 'SKP'), ('realisasi', 'Realisasi'), ('bukti', 'Bukti dukung'), ('umpan_balik', 'Umpan balik'), ('hasil', 'Hasil evaluasi'), ('keberatan', 'Keberatan'), ('dokumen', 'Dokumen resmi'), ('kehadiran', 'Rekap kehadiran'), ('kompetensi', 'Kompetensi'), ('talenta', 'Talenta dan IP ASN'), ('pembinaan', 'Pembinaan'), ('karier', 'Perjalanan karier'), ('pelatihan', 'Pelatihan dan sertifikat'), ('penghargaan', 'Syarat calon penghargaan')], max_length=12)),
                ('sebagai', models.CharField(choices=[('penilai', 'Pejabat penilai'), ('atasan', 'Atasan pejabat penilai'), ('admin', 'Admin instansi'), ('pimpinan', 'Pimpinan'), ('auditor', 'Auditor'), ('juri', 'Juri penghargaan'), ('lain', 'Pejabat lain yang berwenang')], max_length=12)),
                ('on', models.DateField()),
            ],
            options={
                'ordering': ['-on', 'id'],
                'indexes': [models.Index(fields=['on'], name='akses_hari')],
                'constraints': [models.UniqueConstraint(fields=('pegawai_id', 'on', 'pembaca', 'halaman'), name='akses_sekali_sehari')],
            },
        ),
        migrations.CreateModel(
            name='Catatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('pelaku', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tindakan', models.CharField(max_length=60)),
                ('objek_jenis', models.CharField(max_length=60)),
                ('objek_id', models.CharField(max_length=40)),
                ('instansi_id', models.BigIntegerField(null=True)),
                ('rincian', models.JSONField(default=dict)),
                ('dasar', models.CharField(blank=True, max_length=200)),
                ('sidik', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['objek_jenis', 'objek_id'], name='jejak_objek'), models.Index(fields=['instansi_id', '-id'], name='jejak_instansi')],
            },
        ),
        migrations.CreateModel(
            name='DokumenTerbit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=kinerja.jejak.models.token_baru, max_length=12, unique=True)),
                ('kode', models.CharField(max_length=20)),
                ('judul', models.CharField(max_length=200)),
                ('objek_jenis', models.CharField(max_length=60)),
                ('objek_id', models.CharField(max_length=40)),
                ('instansi_id', models.BigIntegerField()),
                ('versi', models.PositiveSmallIntegerField()),
                ('sidik', models.CharField(max_length=64)),
                ('tampilan', models.JSONField(default=list)),
                ('isian', models.JSONField(default=dict)),
                ('diterbitkan_at', models.DateTimeField()),
                ('diterbitkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('digantikan_oleh', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='menggantikan', to='jejak.dokumenterbit')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('kode', 'objek_jenis', 'objek_id', 'versi'), name='dokumen_satu_versi')],
            },
        ),
    ]
