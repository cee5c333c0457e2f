import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Surat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('on', models.DateField()),
                ('keadaan', models.CharField(choices=[('mengirim', 'Sedang dikirim'), ('terkirim', 'Terkirim'), ('tidak_pasti', 'Tidak pasti sampai'), ('ditolak', 'Ditolak server surat')], default='mengirim', max_length=12)),
                ('nomor', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('created_at', models.DateTimeField()),
                ('selesai_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-on', '-id'],
                'indexes': [models.Index(fields=['keadaan', 'created_at'], name='surat_keadaan')],
                'constraints': [models.UniqueConstraint(fields=('user', 'on'), name='surat_satu_sehari')],
            },
        ),
        migrations.CreateModel(
            name='Notifikasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_notifikasi', to=settings.AUTH_USER_MODEL)),
                ('jenis', models.CharField(max_length=20)),
                ('judul', models.CharField(max_length=160)),
                ('isi', models.CharField(blank=True, max_length=300)),
                ('tautan', models.CharField(blank=True, max_length=300)),
                ('kunci', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField()),
                ('dibaca_at', models.DateTimeField(null=True)),
                ('surat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='daftar_notifikasi', to='notifikasi.surat')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['user', '-id'], name='notifikasi_milik'), models.Index(condition=models.Q(('dibaca_at', None)), fields=['user'], name='notifikasi_belum_dibaca'), models.Index(condition=models.Q(('dibaca_at', None), ('surat', None)), fields=['user'], name='notifikasi_belum_bersurat'), models.Index(fields=['created_at'], name='notifikasi_waktu')],
                'constraints': [models.UniqueConstraint(fields=('user', 'kunci'), name='notifikasi_sekali')],
            },
        ),
        migrations.CreateModel(
            name='PilihanNotifikasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pilihan_notifikasi', to=settings.AUTH_USER_MODEL)),
                ('mati', models.JSONField(blank=True, default=list)),
                ('surat', models.BooleanField(default=True)),
                ('jam', models.PositiveSmallIntegerField(default=7)),
                ('sunyi_mulai', models.PositiveSmallIntegerField(default=20)),
                ('sunyi_selesai', models.PositiveSmallIntegerField(default=6)),
            ],
            options={
                'ordering': ['user_id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('jam__lte', 23), ('sunyi_mulai__lte', 23), ('sunyi_selesai__lte', 23)), name='pilihan_jam_sah')],
            },
        ),
    ]
