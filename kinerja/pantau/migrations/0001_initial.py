import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
        ('layanan', '0001_initial'),
        ('penilaian', '0001_initial'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kedudukan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sampai_id', models.BigIntegerField(default=0)),
                ('celah', models.JSONField(default=dict)),
                ('versi', models.BigIntegerField(default=0)),
                ('saat', models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name='NilaiTitik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layanan', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='nilai_pantau', to='layanan.layananpublik')),
                ('n', models.PositiveIntegerField()),
                ('bobot', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Hitungan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp_belum', models.PositiveIntegerField(default=0)),
                ('skp_draf', models.PositiveIntegerField(default=0)),
                ('skp_diajukan', models.PositiveIntegerField(default=0)),
                ('skp_ditetapkan', models.PositiveIntegerField(default=0)),
                ('isi_kosong', models.PositiveIntegerField(default=0)),
                ('isi_sebagian', models.PositiveIntegerField(default=0)),
                ('isi_lengkap', models.PositiveIntegerField(default=0)),
                ('ub_belum', models.PositiveIntegerField(default=0)),
                ('ub_sudah', models.PositiveIntegerField(default=0)),
                ('nilai_belum', models.PositiveIntegerField(default=0)),
                ('nilai_jalan', models.PositiveIntegerField(default=0)),
                ('nilai_final', models.PositiveIntegerField(default=0)),
                ('keberatan', models.PositiveIntegerField(default=0)),
                ('tanda_laju', models.PositiveIntegerField(default=0)),
                ('tanda_dialog', models.PositiveIntegerField(default=0)),
                ('tanda_diam', models.PositiveIntegerField(default=0)),
                ('tanda_selaras', models.PositiveIntegerField(default=0)),
                ('suara_titik', models.PositiveIntegerField(default=0)),
                ('suara_n', models.PositiveIntegerField(default=0)),
                ('suara_bobot', models.BigIntegerField(default=0)),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_hitungan', to='kepegawaian.unitkerja')),
                ('mendalam', models.BooleanField()),
                ('versi', models.BigIntegerField(db_index=True)),
                ('dihitung_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['unit_kerja_id', 'mendalam'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'mendalam'), name='hitungan_satu_per_unit')],
            },
        ),
        migrations.CreateModel(
            name='TandaDini',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_tanda_dini', to='kepegawaian.unitkerja')),
                ('jenis', models.CharField(choices=[('tanda_laju', 'Indikator tertinggal dari laju'), ('tanda_dialog', 'Sudah lama tanpa dialog'), ('tanda_diam', 'Lewat batas, penilai belum memberi nilai'), ('tanda_selaras', 'Sebaran hasil tidak sejalan dengan capaian unit')], max_length=15)),
                ('penempatan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='kepegawaian.penempatan')),
                ('skp', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='perencanaan.skp')),
                ('indikator', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='perencanaan.indikatorkinerja')),
                ('evaluasi', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='penilaian.evaluasi')),
                ('sejak_on', models.DateField(null=True)),
            ],
            options={
                'ordering': ['unit_kerja_id', 'jenis', 'id'],
                'indexes': [models.Index(fields=['unit_kerja', 'jenis'], name='tanda_dini_unit')],
            },
        ),
        migrations.CreateModel(
            name='Tangkapan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp_belum', models.PositiveIntegerField(default=0)),
                ('skp_draf', models.PositiveIntegerField(default=0)),
                ('skp_diajukan', models.PositiveIntegerField(default=0)),
                ('skp_ditetapkan', models.PositiveIntegerField(default=0)),
                ('isi_kosong', models.PositiveIntegerField(default=0)),
                ('isi_sebagian', models.PositiveIntegerField(default=0)),
                ('isi_lengkap', models.PositiveIntegerField(default=0)),
                ('ub_belum', models.PositiveIntegerField(default=0)),
                ('ub_sudah', models.PositiveIntegerField(default=0)),
                ('nilai_belum', models.PositiveIntegerField(default=0)),
                ('nilai_jalan', models.PositiveIntegerField(default=0)),
                ('nilai_final', models.PositiveIntegerField(default=0)),
                ('keberatan', models.PositiveIntegerField(default=0)),
                ('tanda_laju', models.PositiveIntegerField(default=0)),
                ('tanda_dialog', models.PositiveIntegerField(default=0)),
                ('tanda_diam', models.PositiveIntegerField(default=0)),
                ('tanda_selaras', models.PositiveIntegerField(default=0)),
                ('suara_titik', models.PositiveIntegerField(default=0)),
                ('suara_n', models.PositiveIntegerField(default=0)),
                ('suara_bobot', models.BigIntegerField(default=0)),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_tangkapan', to='kepegawaian.unitkerja')),
                ('on', models.DateField(db_index=True)),
            ],
            options={
                'ordering': ['unit_kerja_id', 'on'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'on'), name='tangkapan_sekali_sehari')],
            },
        ),
    ]
