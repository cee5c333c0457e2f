import django.db.models.deletion
import kinerja.pekerjaan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Pekerjaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(max_length=80)),
                ('argumen', models.JSONField(default=dict)),
                ('kunci', models.CharField(blank=True, max_length=120)),
                ('diminta_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('status', models.CharField(choices=[('antre', 'Menunggu giliran'), ('jalan', 'Sedang berjalan'), ('selesai', 'Selesai'), ('gagal', 'Belum berhasil'), ('dibatalkan', 'Dibatalkan')], default='antre', max_length=12)),
                ('percobaan', models.PositiveIntegerField(default=0)),
                ('kegagalan', models.PositiveSmallIntegerField(default=0)),
                ('posisi', models.JSONField(null=True)),
                ('kemajuan', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('kalimat', models.CharField(blank=True, max_length=200)),
                ('hasil', models.JSONField(default=dict)),
                ('galat', models.CharField(blank=True, max_length=500)),
                ('dibuat_at', models.DateTimeField()),
                ('jalan_lagi_at', models.DateTimeField()),
                ('lease_ends_at', models.DateTimeField(null=True)),
                ('dimulai_at', models.DateTimeField(null=True)),
                ('selesai_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['status', 'jalan_lagi_at', 'id'], name='pekerjaan_giliran'), models.Index(fields=['diminta_oleh', '-id'], name='pekerjaan_milik'), models.Index(fields=['jenis', '-id'], name='pekerjaan_jenis')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', (kinerja.pekerjaan.istilah.StatusPekerjaan['ANTRE'], kinerja.pekerjaan.istilah.StatusPekerjaan['JALAN'])), models.Q(('kunci', ''), _negated=True)), fields=('jenis', 'kunci'), name='pekerjaan_satu_kunci')],
            },
        ),
    ]
