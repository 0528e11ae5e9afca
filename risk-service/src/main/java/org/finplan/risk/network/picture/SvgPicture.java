package org.finplan.risk.network.picture;

import java.util.Locale;

/** Draws a component as SVG. Text is escaped; nothing in it is fetched or run. */
final class SvgPicture {

    private static final int SIZE = 900;
    private static final int MARGIN = 60;
    private static final int TITLE_HEIGHT = 40;
    private static final int MOST_LABELS = 60;

    private final StringBuilder out = new StringBuilder();
    private final ComponentGraph graph;
    private final Layout layout;

    private SvgPicture(ComponentGraph graph) {
        this.graph = graph;
        this.layout = Layout.of(graph);
    }

    static String of(ComponentGraph graph) {
        SvgPicture picture = new SvgPicture(graph);
        picture.draw();
        return picture.out.toString();
    }

    private void draw() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n",
                SIZE, SIZE + TITLE_HEIGHT);
        out.append("<title>").append(Xml.escape(graph.title())).append("</title>\n");
        out.append(
                "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"18\" refY=\"5\" markerWidth=\"7\""
                        + " markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"#667\"/></marker></defs>\n");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", SIZE, SIZE + TITLE_HEIGHT);
        out.append("<text x=\"20\" y=\"26\" font-size=\"16\">").append(Xml.escape(graph.title()));
        out.append(graph.synthetic() ? " · 演示样本 synthetic" : "").append("</text>\n");
        double largest = 0;
        for (ComponentGraph.Link link : graph.links()) {
            largest = Math.max(largest, link.amount());
        }
        for (ComponentGraph.Link link : graph.links()) {
            link(link, largest);
        }
        double most = 0;
        for (ComponentGraph.Node firm : graph.firms()) {
            most = Math.max(most, firm.exposure());
        }
        for (int firm = 0; firm < graph.firms().size(); firm++) {
            firm(firm, most);
        }
        out.append("</svg>\n");
    }

    private double left(int firm) {
        return MARGIN + layout.x(firm) * (SIZE - 2 * MARGIN);
    }

    private double top(int firm) {
        return TITLE_HEIGHT + MARGIN + layout.y(firm) * (SIZE - 2 * MARGIN);
    }

    private void link(ComponentGraph.Link link, double largest) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#99a\" stroke-width=\"%.2f\""
                        + " marker-end=\"url(#arrow)\"><title>",
                left(link.from()),
                top(link.from()),
                left(link.to()),
                top(link.to()),
                largest == 0 ? 1 : 0.7 + 2.5 * Math.sqrt(link.amount() / largest));
        out.append(Xml.escape(graph.firms().get(link.from()).id()))
                .append(" → ")
                .append(Xml.escape(graph.firms().get(link.to()).id()))
                .append(": ")
                .append(Xml.number(link.amount()))
                .append("</title></line>\n");
    }

    private void firm(int firm, double most) {
        ComponentGraph.Node node = graph.firms().get(firm);
        String colour = firm == graph.core() ? "#c0392b" : node.circle() >= 0 ? "#e08e0b" : "#2c6fbb";
        add(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>",
                left(firm), top(firm), 4 + (most == 0 ? 0 : 8 * Math.sqrt(node.exposure() / most)), colour);
        out.append(Xml.escape(node.id()))
                .append(": ")
                .append(Xml.number(node.exposure()))
                .append("</title></circle>\n");
        if (graph.firms().size() <= MOST_LABELS || firm == graph.core()) {
            add("<text x=\"%.1f\" y=\"%.1f\">", left(firm) + 9, top(firm) - 7);
            out.append(Xml.escape(node.id())).append("</text>\n");
        }
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
