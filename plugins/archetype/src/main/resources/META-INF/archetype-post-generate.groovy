// The template has each file in both languages.
def project = new File(request.outputDirectory, request.artifactId)
def other = request.properties['language'] == 'kotlin' ? 'java' : 'kotlin'
['main', 'test'].each { new File(project, "src/$it/$other").deleteDir() }
