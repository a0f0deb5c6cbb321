// Package jsonl reads and writes Documents as JSON Lines: the form in which programs and scorers meet.
package jsonl
