"""The screens: they compose widgets and turn intents into actions."""
