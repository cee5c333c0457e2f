import django.db.models.deletion
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
            name='Acara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('judul', models.CharField(max_length=120)),
                ('jenis', models.CharField(choices=[('klinik', 'Klinik pengisian'), ('bimtek', 'Bimbingan teknis'), ('tatap_muka', 'Tatap muka'), ('apel', 'Apel'), ('daring', 'Daring')], max_length=12)),
                ('uraian', models.CharField(blank=True, max_length=1000)),
                ('mulai_at', models.DateTimeField(db_index=True)),
                ('selesai_at', models.DateTimeField()),
                ('tempat', models.CharField(blank=True, max_length=200)),
                ('tautan', models.CharField(blank=True, max_length=500)),
                ('pembicara', models.CharField(blank=True, max_length=200)),
                ('kursi', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('keadaan', models.CharField(choices=[('terjadwal', 'Terjadwal'), ('batal', 'Dibatalkan')], default='terjadwal', max_length=12)),
                ('alasan', models.CharField(blank=True, max_length=300)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('ringkasan', models.TextField(blank=True)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-mulai_at', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('selesai_at__gt', models.F('mulai_at'))), name='acara_selesai_setelah_mulai'), models.CheckConstraint(condition=models.Q(models.Q(('tempat', ''), _negated=True), models.Q(('tautan', ''), _negated=True), _connector='OR'), name='acara_ada_tempat'), models.CheckConstraint(condition=models.Q(('kursi__isnull', True), ('kursi__gte', 1), _connector='OR'), name='acara_ada_kursi'), models.CheckConstraint(condition=models.Q(models.Q(('keadaan', 'batal'), _negated=True), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='acara_batal_beralasan')],
            },
        ),
        migrations.CreateModel(
            name='MateriAcara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('acara', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_materi', to='acara.acara')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('judul', models.CharField(max_length=150)),
                ('panduan', models.SlugField(blank=True, max_length=60)),
                ('tautan', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['acara_id', 'urutan', 'id'],
                'constraints': [models.UniqueConstraint(fields=('acara', 'panduan', 'tautan'), name='materi_sekali_per_acara'), models.CheckConstraint(condition=models.Q(models.Q(('panduan', ''), models.Q(('tautan', ''), _negated=True)), models.Q(models.Q(('panduan', ''), _negated=True), ('tautan', '')), _connector='OR'), name='materi_panduan_atau_tautan')],
            },
        ),
        migrations.CreateModel(
            name='PesertaAcara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('acara', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_peserta', to='acara.acara')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_ikut_acara', to='kepegawaian.pegawai')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('jawaban', models.CharField(blank=True, choices=[('hadir', 'Hadir'), ('tidak', 'Tidak dapat hadir')], max_length=8)),
                ('dijawab_at', models.DateTimeField(blank=True, null=True)),
                ('hadir_at', models.DateTimeField(blank=True, null=True)),
                ('cara', models.CharField(blank=True, choices=[('qr', 'QR'), ('kode', 'Kode'), ('daftar', 'Daftar hadir')], max_length=8)),
                ('dicatat_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['acara_id', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('acara', 'pegawai'), name='peserta_acara_sekali'), models.CheckConstraint(condition=models.Q(models.Q(('cara', ''), ('hadir_at__isnull', True)), models.Q(('hadir_at__isnull', False), models.Q(('cara', ''), _negated=True)), _connector='OR'), name='peserta_acara_hadir_bercara')],
            },
        ),
        migrations.CreateModel(
            name='PemahamanMateri',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('materi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pemahaman', to='acara.materiacara')),
                ('peserta', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_pemahaman', to='acara.pesertaacara')),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['materi_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('materi', 'peserta'), name='paham_sekali_per_materi')],
            },
        ),
        migrations.CreateModel(
            name='RencanaSosialisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('mulai_on', models.DateField()),
                ('created_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-tahun', 'id'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'tahun'), name='rencana_sosialisasi_satu_setahun')],
            },
        ),
        migrations.CreateModel(
            name='LangkahSosialisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_langkah', to='acara.rencanasosialisasi')),
                ('judul', models.CharField(max_length=150)),
                ('untuk', models.CharField(max_length=150)),
                ('unit_kerja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('batas_on', models.DateField()),
                ('penanggung', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('jenis_acara', models.CharField(blank=True, choices=[('klinik', 'Klinik pengisian'), ('bimtek', 'Bimbingan teknis'), ('tatap_muka', 'Tatap muka'), ('apel', 'Apel'), ('daring', 'Daring')], max_length=12)),
                ('acara', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='daftar_langkah', to='acara.acara')),
                ('keadaan', models.CharField(choices=[('belum', 'Belum dimulai'), ('jalan', 'Sedang dikerjakan'), ('selesai', 'Selesai'), ('dilewati', 'Tidak dikerjakan')], default='belum', max_length=10)),
                ('catatan', models.CharField(blank=True, max_length=500)),
                ('selesai_at', models.DateTimeField(blank=True, null=True)),
                ('selesai_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['batas_on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('keadaan', 'selesai'), ('selesai_at__isnull', False), ('selesai_oleh__isnull', False)), models.Q(models.Q(('keadaan', 'selesai'), _negated=True), ('selesai_at__isnull', True), ('selesai_oleh__isnull', True)), _connector='OR'), name='langkah_selesai_oleh_seseorang')],
            },
        ),
        migrations.CreateModel(
            name='SasaranAcara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('acara', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_sasaran', to='acara.acara')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
            ],
            options={
                'ordering': ['acara_id', 'unit_kerja__jalur', 'id'],
                'constraints': [models.UniqueConstraint(fields=('acara', 'unit_kerja'), name='sasaran_acara_sekali')],
            },
        ),
    ]
