import django.db.models.deletion
import kinerja.integrasi.istilah
import uuid
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
            name='Sistem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sistem', to='kepegawaian.instansi')),
                ('nama', models.CharField(max_length=100)),
                ('tujuan', models.CharField(max_length=300)),
                ('kontak', models.CharField(blank=True, max_length=150)),
                ('created_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'nama'), name='sistem_nama_satu_per_instansi')],
            },
        ),
        migrations.CreateModel(
            name='TokenAPI',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sistem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_token', to='integrasi.sistem')),
                ('nama', models.CharField(max_length=100)),
                ('awalan', models.CharField(max_length=12)),
                ('sidik', models.CharField(max_length=64, unique=True)),
                ('daftar_cakupan', models.JSONField(default=list)),
                ('sampai_on', models.DateField()),
                ('created_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('last_used_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='JawabanTersimpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='integrasi.tokenapi')),
                ('kunci', models.CharField(max_length=100)),
                ('sidik', models.CharField(max_length=64)),
                ('status', models.PositiveSmallIntegerField(default=0)),
                ('isi', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('token', 'kunci'), name='jawaban_satu_per_kunci')],
            },
        ),
        migrations.CreateModel(
            name='Webhook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sistem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_webhook', to='integrasi.sistem')),
                ('alamat', models.URLField(max_length=500)),
                ('daftar_peristiwa', models.JSONField(default=list)),
                ('rahasia', models.TextField()),
                ('mulai_id', models.BigIntegerField(default=0)),
                ('created_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Pengiriman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('webhook', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pengiriman', to='integrasi.webhook')),
                ('catatan_id', models.BigIntegerField(null=True)),
                ('peristiwa', models.CharField(choices=[('pegawai.pindah', 'Pegawai pindah'), ('pegawai.status', 'Status pegawai berubah'), ('pegawai.penilai', 'Pejabat penilai berganti'), ('skp.diajukan', 'SKP diajukan'), ('skp.ditetapkan', 'SKP ditetapkan'), ('realisasi.dicatat', 'Realisasi dicatat atau diperbaiki'), ('periode.dibuka', 'Periode dibuka'), ('periode.ditutup', 'Periode ditutup'), ('hasil.final', 'Hasil evaluasi final'), ('sertifikat.sah', 'Sertifikat disahkan'), ('impor.diterapkan', 'Impor diterapkan'), ('uji', 'Uji kirim')], max_length=40)),
                ('isi', models.JSONField(default=dict)),
                ('keadaan', models.CharField(choices=[('antre', 'Menunggu dikirim'), ('terkirim', 'Terkirim'), ('menyerah', 'Tidak sampai')], default=kinerja.integrasi.istilah.KeadaanPengiriman['ANTRE'], max_length=10)),
                ('percobaan', models.PositiveSmallIntegerField(default=0)),
                ('coba_at', models.DateTimeField()),
                ('jawaban', models.PositiveSmallIntegerField(null=True)),
                ('galat', models.CharField(blank=True, max_length=200)),
                ('created_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('keadaan', 'antre')), fields=['coba_at'], name='pengiriman_antre'), models.Index(fields=['webhook', '-id'], name='pengiriman_webhook')],
                'constraints': [models.UniqueConstraint(fields=('webhook', 'catatan_id'), name='pengiriman_satu_per_catatan')],
            },
        ),
    ]
