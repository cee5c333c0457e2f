import django.db.models.deletion
import kinerja.kesiapan.istilah
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Denyut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_denyut', to='kepegawaian.instansi')),
                ('kode', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('bulan', models.DateField(help_text='Hari pertama bulannya.')),
                ('pernyataan', models.JSONField(default=list)),
                ('keadaan', models.CharField(choices=[('disiapkan', 'Disiapkan'), ('berjalan', 'Sedang diisi'), ('menutup', 'Sedang ditutup'), ('ditutup', 'Ditutup')], default=kinerja.kesiapan.istilah.KeadaanDenyut['DISIAPKAN'], max_length=10)),
                ('banyak_jawaban', models.PositiveIntegerField(default=0)),
                ('tidak_terbaca', models.PositiveIntegerField(default=0)),
                ('dibuka_at', models.DateTimeField(blank=True, null=True)),
                ('ditutup_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-bulan', '-id'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'bulan'), name='denyut_sekali_sebulan')],
            },
        ),
        migrations.CreateModel(
            name='IkutDenyut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('denyut', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_ikut', to='kesiapan.denyut')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('unit_kerja', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('keadaan', models.CharField(choices=[('menjawab', 'Sudah menjawab'), ('melewati', 'Melewati bulan ini')], max_length=10)),
            ],
            options={
                'ordering': ['denyut_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('denyut', 'pegawai'), name='ikut_denyut_sekali')],
            },
        ),
        migrations.CreateModel(
            name='AmplopDenyut',
            fields=[
                ('ikut', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='amplop', serialize=False, to='kesiapan.ikutdenyut')),
                ('isi', models.BinaryField()),
            ],
            options={
                'ordering': ['ikut_id'],
            },
        ),
        migrations.CreateModel(
            name='KalimatDenyut',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('denyut', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kalimat', to='kesiapan.denyut')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('teks', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PotretKesiapan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_potret', to='kepegawaian.unitkerja')),
                ('bulan', models.DateField()),
                ('on', models.DateField()),
                ('pegawai', models.PositiveIntegerField()),
                ('aktif', models.PositiveIntegerField()),
                ('langkah', models.PositiveIntegerField()),
                ('tampil', models.BooleanField()),
                ('skp_ditetapkan', models.PositiveIntegerField()),
                ('hari_tetap', models.DecimalField(decimal_places=1, max_digits=5, null=True)),
                ('ub_semua', models.PositiveIntegerField()),
                ('ub_sudah', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['unit_kerja_id', '-bulan'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'bulan'), name='potret_satu_sebulan')],
            },
        ),
        migrations.CreateModel(
            name='RangkumanDenyut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('denyut', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_rangkuman', to='kesiapan.denyut')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('nomor', models.PositiveSmallIntegerField()),
                ('langkah_1', models.PositiveIntegerField(default=0)),
                ('langkah_2', models.PositiveIntegerField(default=0)),
                ('langkah_3', models.PositiveIntegerField(default=0)),
                ('langkah_4', models.PositiveIntegerField(default=0)),
                ('langkah_5', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['denyut_id', 'unit_kerja_id', 'nomor'],
                'constraints': [models.UniqueConstraint(fields=('denyut', 'unit_kerja', 'nomor'), name='rangkuman_denyut_satu'), models.CheckConstraint(condition=models.Q(('nomor__gte', 1), ('nomor__lte', 3)), name='rangkuman_denyut_nomor')],
            },
        ),
    ]
