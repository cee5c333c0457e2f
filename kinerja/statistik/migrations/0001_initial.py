import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kebijakan', '0001_initial'),
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='LaporanPemerataan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('periode', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='laporan_pemerataan', to='kebijakan.periode')),
                ('isi', models.JSONField()),
                ('dihitung_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-periode__selesai_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AcuanPegawai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_acuan', to='kebijakan.periode')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('isi', models.JSONField()),
                ('dihitung_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['periode_id', 'pegawai_id'],
                'constraints': [models.UniqueConstraint(fields=('periode', 'pegawai'), name='acuan_satu_per_pegawai')],
            },
        ),
        migrations.CreateModel(
            name='StatistikPenilai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_statistik', to='kebijakan.periode')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_statistik', to='kepegawaian.pegawai')),
                ('sebagai', models.CharField(choices=[('penilai', 'Pejabat penilai'), ('tim', 'Anggota tim evaluasi')], max_length=10)),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('profil', models.JSONField()),
                ('tanda', models.JSONField(default=list)),
                ('petunjuk', models.FloatField(default=1.0)),
                ('dihitung_at', models.DateTimeField()),
                ('dibaca_at', models.DateTimeField(blank=True, null=True)),
                ('terbuka_bagi_tim_on', models.DateField()),
            ],
            options={
                'ordering': ['-periode__selesai_on', 'petunjuk', 'id'],
                'indexes': [models.Index(fields=['periode', 'terbuka_bagi_tim_on'], name='statistik_terbuka')],
                'constraints': [models.UniqueConstraint(fields=('periode', 'penilai', 'sebagai'), name='statistik_satu_per_penilai')],
            },
        ),
    ]
