"""What operators give to meeting programs, so that these show our pages."""
