// Package gazetteer knows names: places with coordinates, given names and surnames, demonyms, titles.
package gazetteer
