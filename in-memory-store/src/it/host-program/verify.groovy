def log = new File(basedir, 'build.log').readLines()
['on the class path', 'as a module'].each { how ->
  assert log.any { it.contains('host program: ') && it.endsWith(how) }: "the host program did not run $how"
}
return true
