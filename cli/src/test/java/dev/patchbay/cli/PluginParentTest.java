package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.ApiLevel;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The parent POM of other people's plugins has no parent itself, so it repeats what the POM of this project says: the same, or a
/// plugin would be built otherwise than those here, and the build of a sample would need what no other part of the build has fetched.
class PluginParentTest {

    private final Document root = pom("../pom.xml");
    private final Document parent = pom("../plugins/parent/pom.xml");

    @Test
    void itBelongsToThisVersionOfPatchbayAndToTheLevelOfItsApi() {
        assertThat(child(parent.getDocumentElement(), "version")).isEqualTo(child(root.getDocumentElement(), "version"));
        assertThat(properties(parent))
                .containsEntry("patchbay.version", child(root.getDocumentElement(), "version"))
                .containsEntry("patchbay.api.level", ApiLevel.CURRENT.toString());
    }

    @Test
    void propertiesOfBothHaveOneValue() {
        Map<String, String> expected = properties(root);
        Map<String, String> shared = properties(parent);
        shared.keySet().retainAll(expected.keySet());

        assertThat(shared).containsKeys("maven.compiler.release", "junit.version");
        assertThat(expected).containsAllEntriesOf(shared);
    }

    @Test
    void mavenPluginsOfBothHaveOneVersion() {
        Map<String, String> expected = mavenPlugins(root);
        Map<String, String> shared = mavenPlugins(parent);
        shared.remove("kotlin-maven-plugin");

        assertThat(shared).containsKeys("maven-compiler-plugin", "maven-surefire-plugin");
        assertThat(expected).containsAllEntriesOf(shared);
    }

    private static Map<String, String> properties(Document pom) {
        Map<String, String> properties = new TreeMap<>();
        NodeList all = ((Element) pom.getElementsByTagName("properties").item(0)).getElementsByTagName("*");
        elements(all).forEach(property -> properties.put(property.getTagName(), property.getTextContent()));
        return properties;
    }

    private static Map<String, String> mavenPlugins(Document pom) {
        Map<String, String> plugins = new TreeMap<>();
        elements(pom.getElementsByTagName("plugin"))
                .filter(plugin -> !child(plugin, "version").isEmpty())
                .forEach(plugin -> plugins.put(child(plugin, "artifactId"), child(plugin, "version")));
        return plugins;
    }

    private static String child(Element element, String name) {
        return elements(element.getChildNodes()).filter(node -> node.getTagName().equals(name)).map(Node::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Document pom(String file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(file).toFile());
        } catch (Exception e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
