#!/bin/sh
# Stands in for a program that hangs on a document.
exec sleep 600
