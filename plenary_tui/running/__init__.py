"""What the podium's app is made of: each part knows one thing, and the app wires them."""
