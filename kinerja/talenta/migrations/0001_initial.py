import django.db.models.deletion
import kinerja.peraturan.talenta
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
            name='JabatanKunci',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kunci', to='kepegawaian.jabatan')),
                ('alasan', models.CharField(max_length=300)),
                ('ditandai_at', models.DateTimeField()),
                ('ditandai_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dilepas_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['jabatan__unit_kerja__jalur', 'jabatan__nama', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dilepas_at__isnull', True)), fields=('jabatan',), name='jabatan_kunci_satu_kali')],
            },
        ),
        migrations.CreateModel(
            name='PenilaianPotensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_potensi', to='kepegawaian.pegawai')),
                ('unsur', models.CharField(choices=[('kompetensi', 'Kompetensi'), ('potensi', 'Potensi'), ('rekam_jejak', 'Rekam jejak')], max_length=15)),
                ('nilai', models.DecimalField(decimal_places=2, max_digits=5)),
                ('penilai', models.CharField(help_text='Pusat asesmen, atau siapa yang menilai.', max_length=150)),
                ('pusat_asesmen', models.BooleanField(default=False)),
                ('dinilai_on', models.DateField()),
                ('sumber', models.CharField(help_text='Nomor laporan asesmen atau dokumen lain.', max_length=300)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('dicatat_at', models.DateTimeField()),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dibatalkan_at', models.DateTimeField(blank=True, null=True)),
                ('alasan_batal', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['pegawai_id', 'unsur', '-dinilai_on', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dibatalkan_at__isnull', True)), fields=('pegawai', 'unsur', 'dinilai_on'), name='potensi_satu_per_hari'), models.CheckConstraint(condition=models.Q(('nilai__gte', 0), ('nilai__lte', 100)), name='potensi_0_sampai_100'), models.CheckConstraint(condition=models.Q(('unsur', kinerja.peraturan.talenta.UnsurPotensial['REKAM_JEJAK']), ('pusat_asesmen', True), _connector='OR'), name='potensi_di_pusat_asesmen')],
            },
        ),
        migrations.CreateModel(
            name='PoolSuksesi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jabatan_kunci', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_calon', to='talenta.jabatankunci')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pool', to='kepegawaian.pegawai')),
                ('penempatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.penempatan')),
                ('putusan', models.CharField(choices=[('masuk', 'Masuk pool'), ('tidak', 'Tidak dimasukkan')], max_length=10)),
                ('kotak', models.PositiveSmallIntegerField()),
                ('daftar_langkah', models.JSONField(default=list)),
                ('alasan', models.TextField()),
                ('diputus_at', models.DateTimeField()),
                ('diputus_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('berlaku_sampai_on', models.DateField()),
                ('keluar_at', models.DateTimeField(blank=True, null=True)),
                ('keluar_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('alasan_keluar', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['jabatan_kunci_id', '-kotak', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keluar_at__isnull', True)), fields=('jabatan_kunci', 'pegawai'), name='pool_satu_putusan_berjalan'), models.CheckConstraint(condition=models.Q(('kotak__gte', 1), ('kotak__lte', 9)), name='pool_kotak_1_sampai_9')],
            },
        ),
        migrations.CreateModel(
            name='DataIP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='data_ip', to='kepegawaian.pegawai')),
                ('pendidikan', models.CharField(blank=True, choices=[('s3', 'S-3'), ('s2', 'S-2'), ('s1', 'S-1/D-IV'), ('d3', 'D-III'), ('slta', 'SLTA/D-I/D-II'), ('di_bawah_slta', 'Di bawah SLTA')], max_length=15)),
                ('daftar_diklat', models.JSONField(blank=True, null=True)),
                ('nilai_kinerja', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ('hukuman', models.CharField(blank=True, choices=[('tidak_ada', 'Tidak pernah'), ('ringan', 'Ringan'), ('sedang', 'Sedang'), ('berat', 'Berat')], max_length=10)),
                ('per_on', models.DateField(help_text='Keadaan pada hari ini.')),
                ('sumber', models.CharField(max_length=300)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('diubah_at', models.DateTimeField()),
                ('diubah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pegawai_id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('nilai_kinerja__isnull', True), models.Q(('nilai_kinerja__gte', 0), ('nilai_kinerja__lte', 100)), _connector='OR'), name='data_ip_kinerja_0_sampai_100')],
            },
        ),
        migrations.CreateModel(
            name='TerbitanIP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('per_on', models.DateField()),
                ('isi', models.JSONField()),
                ('potret', models.JSONField()),
                ('terbit_at', models.DateTimeField()),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_terbitan_ip', to='kepegawaian.instansi')),
            ],
            options={
                'ordering': ['instansi_id', '-per_on'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'per_on'), name='terbitan_ip_satu_per_hari')],
            },
        ),
    ]
