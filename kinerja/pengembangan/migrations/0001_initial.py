import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
        ('pelatihan', '0001_initial'),
        ('penilaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='KebutuhanTercatat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kebutuhan_tercatat', to='kepegawaian.pegawai')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='kebutuhan_tercatat', to='penilaian.evaluasi')),
                ('alasan', models.TextField()),
                ('alasan_umum', models.TextField()),
                ('daftar_aspek', models.JSONField(blank=True, default=list)),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dicatat_at', models.DateTimeField()),
                ('selesai_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-dicatat_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='RencanaAlokasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('judul', models.CharField(max_length=120)),
                ('anggaran', models.PositiveBigIntegerField()),
                ('keadaan', models.CharField(choices=[('dihitung', 'Sedang dihitung'), ('usulan', 'Usulan'), ('disetujui', 'Disetujui')], default='dihitung', max_length=12)),
                ('aturan', models.JSONField(default=dict)),
                ('pekerjaan_id', models.PositiveBigIntegerField(blank=True, null=True)),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dibuat_at', models.DateTimeField()),
                ('dihitung_at', models.DateTimeField(blank=True, null=True)),
                ('disetujui_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('disetujui_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-tahun', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan', 'disetujui'), _negated=True), fields=('instansi', 'tahun'), name='alokasi_satu_berjalan')],
            },
        ),
        migrations.CreateModel(
            name='KelasAlokasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alokasi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_kelas', to='pengembangan.rencanaalokasi')),
                ('kelas', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pelatihan.kelaspelatihan')),
                ('kursi', models.PositiveIntegerField()),
                ('biaya', models.PositiveBigIntegerField()),
            ],
            options={
                'ordering': ['alokasi_id', 'kelas__mulai_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('alokasi', 'kelas'), name='kelas_alokasi_satu')],
            },
        ),
        migrations.CreateModel(
            name='BarisAlokasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alokasi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_baris', to='pengembangan.rencanaalokasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('unit_kerja', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('pelatihan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pelatihan.pelatihan')),
                ('kelas', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pelatihan.kelaspelatihan')),
                ('urutan', models.IntegerField()),
                ('prioritas', models.PositiveIntegerField(default=0)),
                ('keputusan', models.CharField(choices=[('diusulkan', 'Diusulkan ikut'), ('kursi_habis', 'Kursi sudah habis'), ('anggaran_kurang', 'Sisa anggaran tidak cukup'), ('sudah_cukup', 'Sudah mendapat pelatihan lain')], max_length=16)),
                ('kalimat', models.TextField()),
                ('biaya', models.PositiveBigIntegerField(default=0)),
                ('oleh_orang', models.BooleanField(default=False)),
                ('alasan', models.TextField(blank=True)),
                ('dikeluarkan', models.BooleanField(default=False)),
                ('peserta', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pelatihan.pesertapelatihan')),
                ('halangan', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['alokasi_id', 'urutan', 'id'],
                'indexes': [models.Index(fields=['alokasi', 'keputusan', 'urutan'], name='baris_alokasi_urut')],
                'constraints': [models.UniqueConstraint(fields=('alokasi', 'pegawai', 'pelatihan'), name='baris_alokasi_satu_per_orang'), models.CheckConstraint(condition=models.Q(('oleh_orang', False), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='baris_alokasi_ubahan_beralasan')],
            },
        ),
        migrations.CreateModel(
            name='RencanaPengembangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_rencana_pengembangan', to='kepegawaian.pegawai')),
                ('penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('keadaan', models.CharField(choices=[('draf', 'Draf'), ('diajukan', 'Menunggu penilai'), ('dikembalikan', 'Dikembalikan'), ('disepakati', 'Disepakati')], default='draf', max_length=12)),
                ('versi', models.PositiveSmallIntegerField(default=0)),
                ('catatan_penilai', models.TextField(blank=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-tahun', 'pegawai__nama', 'id'],
                'indexes': [models.Index(fields=['instansi', 'tahun', 'keadaan'], name='rencana_pengembangan_tahun'), models.Index(fields=['penilai', 'keadaan'], name='rencana_pengembangan_penilai')],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'tahun'), name='rencana_pengembangan_satu_per_tahun')],
            },
        ),
        migrations.CreateModel(
            name='ButirRencana',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_butir', to='pengembangan.rencanapengembangan')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('kebutuhan', models.CharField(max_length=300)),
                ('kode_kebutuhan', models.CharField(blank=True, max_length=80)),
                ('asal', models.CharField(blank=True, choices=[('keputusan', 'Diputuskan sebagai tindak lanjut'), ('dukungan', 'Diminta sendiri'), ('kesenjangan', 'Kesenjangan kompetensi'), ('indikator', 'Indikator yang belum tercapai'), ('umpan_balik', 'Umpan balik'), ('aspek', 'Aspek yang perlu dikuatkan')], max_length=20)),
                ('besar', models.PositiveSmallIntegerField(default=50)),
                ('alasan', models.TextField(blank=True)),
                ('cara', models.CharField(choices=[('pelatihan', 'Pelatihan atau kelas'), ('coaching', 'Coaching'), ('mentoring', 'Mentoring'), ('penugasan', 'Penugasan atau magang'), ('mandiri', 'Belajar mandiri')], max_length=12)),
                ('pelatihan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_butir_rencana', to='pelatihan.pelatihan')),
                ('kegiatan', models.CharField(blank=True, max_length=300)),
                ('jp', models.PositiveSmallIntegerField(default=0)),
                ('triwulan', models.PositiveSmallIntegerField()),
                ('hasil_diharapkan', models.TextField()),
                ('keadaan', models.CharField(choices=[('direncanakan', 'Direncanakan'), ('berjalan', 'Sedang berjalan'), ('selesai', 'Selesai'), ('batal', 'Tidak jadi')], default='direncanakan', max_length=12)),
                ('catatan', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['rencana_id', 'urutan', 'id'],
                'indexes': [models.Index(fields=['pelatihan', 'keadaan'], name='butir_pelatihan_keadaan')],
                'constraints': [models.CheckConstraint(condition=models.Q(('triwulan__gte', 1), ('triwulan__lte', 4)), name='butir_triwulan_1_4'), models.CheckConstraint(condition=models.Q(('besar__lte', 100)), name='butir_besar_paling_banyak_100'), models.CheckConstraint(condition=models.Q(('jp__lte', 2000)), name='butir_jp_masuk_akal'), models.CheckConstraint(condition=models.Q(models.Q(('cara', 'pelatihan'), _negated=True), ('pelatihan__isnull', False), _connector='OR'), name='butir_pelatihan_disebut'), models.UniqueConstraint(condition=models.Q(('pelatihan__isnull', False), models.Q(('keadaan', 'batal'), _negated=True)), fields=('rencana', 'pelatihan'), name='butir_pelatihan_satu_per_rencana')],
            },
        ),
        migrations.CreateModel(
            name='VersiRencana',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rencana', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_versi', to='pengembangan.rencanapengembangan')),
                ('nomor', models.PositiveSmallIntegerField()),
                ('isi', models.JSONField()),
                ('alasan', models.TextField(blank=True)),
                ('disepakati_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('disepakati_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['rencana_id', '-nomor'],
                'constraints': [models.UniqueConstraint(fields=('rencana', 'nomor'), name='versi_rencana_satu_per_nomor')],
            },
        ),
        migrations.CreateModel(
            name='DampakPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pelatihan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_dampak', to='pelatihan.pelatihan')),
                ('ukuran', models.CharField(max_length=80)),
                ('label', models.CharField(max_length=200)),
                ('kesimpulan', models.CharField(choices=[('membantu', 'Tampak membantu'), ('belum_terlihat', 'Belum terlihat bedanya'), ('menurun', 'Justru menurun'), ('belum_cukup', 'Belum cukup data')], max_length=16)),
                ('peserta', models.PositiveIntegerField()),
                ('pembanding', models.PositiveIntegerField()),
                ('selisih', models.FloatField(null=True)),
                ('bawah', models.FloatField(null=True)),
                ('atas', models.FloatField(null=True)),
                ('kalimat', models.TextField()),
                ('dihitung_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pelatihan__nama', 'ukuran', 'id'],
                'constraints': [models.UniqueConstraint(fields=('pelatihan', 'ukuran'), name='dampak_satu_per_ukuran')],
            },
        ),
    ]
