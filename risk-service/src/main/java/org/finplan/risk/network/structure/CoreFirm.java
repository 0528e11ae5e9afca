package org.finplan.risk.network.structure;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * The core firm of a component: the one at which the largest amount is at stake, given and received together.
 *
 * @param firm the firm; of several with the same amount the first
 * @param given what it stands in for, or owes, in all
 * @param received what others stand in for it, or owe it, in all
 * @param runnerUp the next one, or -1 when the component has one firm only
 * @param runnerUpExposure what is at stake there
 */
public record CoreFirm(int firm, double given, double received, int runnerUp, double runnerUpExposure) {

    /** {@return what is at stake at the firm} */
    public double exposure() {
        return given + received;
    }

    /**
     * Names the core firm of a component.
     *
     * @param components the components
     * @param number number of the component
     * @param graph the edges
     * @param transposed the edges turned round
     * @return the core firm
     */
    public static CoreFirm of(Components components, int number, FirmGraph graph, FirmGraph transposed) {
        int first = -1;
        int second = -1;
        double most = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < components.size(number); place++) {
            int firm = components.member(number, place);
            double exposure = graph.total(firm) + transposed.total(firm);
            if (exposure > most) {
                second = first;
                next = most;
                first = firm;
                most = exposure;
            } else if (exposure > next) {
                second = firm;
                next = exposure;
            }
        }
        return new CoreFirm(first, graph.total(first), transposed.total(first), second, second < 0 ? 0 : next);
    }
}
