def log = new File(basedir, 'build.log').readLines()
['in memory', 'in a database'].each { where ->
  ['on the class path', 'as a module'].each { how ->
    assert log.any { it.contains('host program: ') && it.endsWith("$where $how") }:
        "the host program did not run $where $how"
  }
}
return true
