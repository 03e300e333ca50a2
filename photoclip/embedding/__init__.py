"""torch and open_clip: the model catalogue, weights, devices and encoders."""
