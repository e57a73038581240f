/** The console's script. The pages work without it, but for what comes in by itself. */
