"""What Pantau asks: figures, the lists behind them, early warnings, the trend."""
