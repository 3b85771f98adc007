<!doctype html>
<title>404: what was saved instead of the client</title>
