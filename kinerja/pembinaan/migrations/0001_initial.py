import django.db.models.deletion
import kinerja.pembinaan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
        ('penilaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='RencanaPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pembinaan', to='penilaian.evaluasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pembinaan', to='kepegawaian.pegawai')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('atasan_penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('status', models.CharField(choices=[('disusun', 'Sedang disusun'), ('berjalan', 'Berjalan'), ('selesai', 'Selesai')], default=kinerja.pembinaan.istilah.StatusPembinaan['DISUSUN'], max_length=10)),
                ('alasan', models.TextField()),
                ('mulai_on', models.DateField()),
                ('batas_on', models.DateField()),
                ('dibuka_at', models.DateTimeField()),
                ('dibuka_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ttd_penilai_at', models.DateTimeField(blank=True, null=True)),
                ('ttd_penilai_nama', models.CharField(blank=True, max_length=150)),
                ('ttd_penilai_nip', models.CharField(blank=True, max_length=18)),
                ('dijawab_at', models.DateTimeField(blank=True, null=True)),
                ('sikap', models.CharField(blank=True, choices=[('setuju', 'Setuju'), ('tidak_setuju', 'Tidak setuju')], max_length=15)),
                ('keberatan_pegawai', models.TextField(blank=True)),
                ('hasil', models.CharField(blank=True, choices=[('membaik', 'Membaik'), ('uji_kompetensi', 'Perlu uji kompetensi'), ('dihentikan', 'Dihentikan')], max_length=15)),
                ('alasan_hasil', models.TextField(blank=True)),
                ('ditutup_at', models.DateTimeField(blank=True, null=True)),
                ('ditutup_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-dibuka_at', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'selesai'), _negated=True), fields=('pegawai',), name='pembinaan_satu_berjalan'), models.CheckConstraint(condition=models.Q(('batas_on__gt', models.F('mulai_on'))), name='pembinaan_batas_setelah_mulai'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'selesai'), _negated=True), models.Q(models.Q(('hasil', ''), _negated=True), models.Q(('alasan_hasil', ''), _negated=True)), _connector='OR'), name='pembinaan_selesai_beralasan')],
            },
        ),
        migrations.CreateModel(
            name='PertemuanPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_pertemuan', to='pembinaan.rencanapembinaan')),
                ('tanggal', models.DateField()),
                ('catatan', models.TextField()),
                ('ditulis_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ditulis_at', models.DateTimeField()),
                ('dibaca_pegawai_at', models.DateTimeField(blank=True, null=True)),
                ('dibaca_penilai_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['rencana_id', 'tanggal', 'id'],
                'constraints': [models.UniqueConstraint(fields=('rencana', 'tanggal', 'ditulis_oleh'), name='pertemuan_pembinaan_sekali')],
            },
        ),
        migrations.CreateModel(
            name='PeninjauanPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_peninjauan', to='pembinaan.rencanapembinaan')),
                ('jenis', models.CharField(choices=[('tengah', 'Peninjauan tengah'), ('akhir', 'Peninjauan akhir')], max_length=10)),
                ('tanggal', models.DateField()),
                ('ringkasan', models.TextField()),
                ('keadaan', models.JSONField(default=list)),
                ('ditulis_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ditulis_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['rencana_id', 'tanggal', 'id'],
                'constraints': [models.UniqueConstraint(fields=('rencana', 'jenis'), name='peninjauan_satu_per_jenis')],
            },
        ),
        migrations.CreateModel(
            name='ButirPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_butir', to='pembinaan.rencanapembinaan')),
                ('jenis', models.CharField(choices=[('langkah', 'Langkah'), ('bantuan', 'Bantuan')], max_length=10)),
                ('teks', models.CharField(max_length=500)),
                ('pelaksana', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('batas_on', models.DateField()),
                ('selesai_at', models.DateTimeField(blank=True, null=True)),
                ('catatan', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['rencana_id', 'batas_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('rencana', 'jenis', 'teks'), name='butir_pembinaan_sekali')],
            },
        ),
        migrations.CreateModel(
            name='AlihPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_alih', to='pembinaan.rencanapembinaan')),
                ('dari', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('kepada', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('unit_lama', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('unit_baru', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('tanggal', models.DateField()),
            ],
            options={
                'ordering': ['rencana_id', 'tanggal', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SasaranPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_sasaran', to='pembinaan.rencanapembinaan')),
                ('jenis', models.CharField(choices=[('indikator', 'Indikator'), ('aspek', 'Aspek perilaku'), ('lainnya', 'Hal lain')], max_length=10)),
                ('kode', models.CharField(blank=True, max_length=40)),
                ('kaitan', models.TextField(blank=True)),
                ('teks', models.CharField(max_length=500)),
                ('keadaan', models.CharField(choices=[('belum', 'Belum tampak'), ('sebagian', 'Sebagian tercapai'), ('tercapai', 'Tercapai')], default=kinerja.pembinaan.istilah.KeadaanSasaran['BELUM'], max_length=10)),
            ],
            options={
                'ordering': ['rencana_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('rencana', 'teks'), name='sasaran_pembinaan_sekali')],
            },
        ),
    ]
