import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('nip', models.CharField(max_length=18, unique=True, verbose_name='NIP')),
                ('nama', models.CharField(max_length=150)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
                ('is_active', models.BooleanField(default=True)),
                ('wajib_ganti_sandi', models.BooleanField(default=True)),
                ('ukuran_teks', models.CharField(choices=[('biasa', 'Biasa'), ('besar', 'Besar'), ('terbesar', 'Terbesar')], default='biasa', max_length=8)),
                ('kontras', models.CharField(choices=[('biasa', 'Biasa'), ('kuat', 'Kuat: teks dan garis lebih tegas')], default='biasa', max_length=8)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'akun',
                'verbose_name_plural': 'akun',
                'ordering': ['nama', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Kiriman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sidik', models.CharField(max_length=64)),
                ('tujuan', models.CharField(blank=True, max_length=500)),
                ('received_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'verbose_name': 'kiriman',
                'verbose_name_plural': 'kiriman',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('user', 'sidik'), name='kiriman_sekali')],
            },
        ),
    ]
