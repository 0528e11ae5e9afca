package org.finplan.risk.network.picture;

/** Writes a component as GraphML, which Gephi, yEd and NetworkX open. */
final class GraphMl {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="title" for="graph" attr.name="title" attr.type="string"/>
            <key id="synthetic" for="graph" attr.name="synthetic" attr.type="boolean"/>
            <key id="equity" for="node" attr.name="equity" attr.type="double"/>
            <key id="exposure" for="node" attr.name="exposure" attr.type="double"/>
            <key id="circle" for="node" attr.name="circle" attr.type="int"/>
            <key id="core" for="node" attr.name="core" attr.type="boolean"/>
            <key id="amount" for="edge" attr.name="amount" attr.type="double"/>
            """;

    private GraphMl() {}

    static String of(ComponentGraph graph) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<graph edgedefault=\"directed\">\n");
        data(out, "title", Xml.escape(graph.title()));
        data(out, "synthetic", Boolean.toString(graph.synthetic()));
        for (int firm = 0; firm < graph.firms().size(); firm++) {
            ComponentGraph.Node node = graph.firms().get(firm);
            out.append("<node id=\"").append(Xml.escape(node.id())).append("\">\n");
            if (node.equity() != null) {
                data(out, "equity", Xml.number(node.equity()));
            }
            data(out, "exposure", Xml.number(node.exposure()));
            data(out, "circle", Integer.toString(node.circle()));
            data(out, "core", Boolean.toString(firm == graph.core()));
            out.append("</node>\n");
        }
        for (ComponentGraph.Link link : graph.links()) {
            out.append("<edge source=\"")
                    .append(Xml.escape(graph.firms().get(link.from()).id()))
                    .append("\" target=\"")
                    .append(Xml.escape(graph.firms().get(link.to()).id()))
                    .append("\">\n");
            data(out, "amount", Xml.number(link.amount()));
            out.append("</edge>\n");
        }
        return out.append("</graph>\n</graphml>\n").toString();
    }

    private static void data(StringBuilder out, String key, String value) {
        out.append("<data key=\"").append(key).append("\">").append(value).append("</data>\n");
    }
}
