import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BelajarTercatat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_belajar_tercatat', to='kepegawaian.pegawai')),
                ('kunci', models.CharField(max_length=60, unique=True)),
                ('judul', models.CharField(max_length=300)),
                ('selesai_on', models.DateField()),
                ('jp', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='jam pelajaran')),
                ('di_luar_rekap', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-selesai_on', '-id'],
                'indexes': [models.Index(fields=['pegawai', 'selesai_on'], name='belajar_tercatat_orang')],
                'constraints': [models.CheckConstraint(condition=models.Q(('jp__gt', 0), ('jp__lte', 2000)), name='belajar_tercatat_wajar')],
            },
        ),
        migrations.CreateModel(
            name='PengaturanKehadiran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pengaturan_kehadiran', to='kepegawaian.instansi')),
                ('menit_per_hari', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('sumber', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('menit_per_hari__isnull', True), ('menit_per_hari__gte', 1), _connector='OR'), name='kehadiran_menit_per_hari_positif')],
            },
        ),
        migrations.CreateModel(
            name='RekapBelajar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_belajar', to='kepegawaian.pegawai')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('jp', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='jam pelajaran')),
                ('sampai_on', models.DateField(blank=True, null=True)),
                ('keterangan', models.CharField(blank=True, max_length=300)),
                ('impor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
            ],
            options={
                'ordering': ['pegawai_id', '-tahun'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'tahun'), name='belajar_satu_per_tahun'), models.CheckConstraint(condition=models.Q(('jp__gte', 0)), name='belajar_tidak_negatif')],
            },
        ),
        migrations.CreateModel(
            name='RekapKehadiran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kehadiran', to='kepegawaian.pegawai')),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('hari_kerja', models.PositiveSmallIntegerField()),
                ('hadir', models.PositiveSmallIntegerField()),
                ('alpa', models.PositiveSmallIntegerField(default=0, help_text='Hari tidak masuk tanpa alasan yang sah.')),
                ('alpa_berturut', models.PositiveSmallIntegerField(default=0, help_text='Alpa terpanjang tanpa jeda.')),
                ('terlambat_menit', models.PositiveIntegerField(default=0)),
                ('pulang_cepat_menit', models.PositiveIntegerField(default=0)),
                ('keterangan', models.CharField(blank=True, max_length=300)),
                ('impor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
            ],
            options={
                'ordering': ['pegawai_id', 'mulai_on'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'mulai_on'), name='kehadiran_satu_per_mulai'), models.CheckConstraint(condition=models.Q(('selesai_on__gte', models.F('mulai_on'))), name='kehadiran_selesai_setelah_mulai'), models.CheckConstraint(condition=models.Q(('hari_kerja__gte', django.db.models.expressions.CombinedExpression(models.F('hadir'), '+', models.F('alpa')))), name='kehadiran_tidak_lebih_dari_hari'), models.CheckConstraint(condition=models.Q(('alpa_berturut__lte', models.F('alpa'))), name='kehadiran_berturut_bagian_alpa')],
            },
        ),
    ]
