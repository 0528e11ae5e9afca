package org.finplan.risk.network.picture;

import java.util.Arrays;

/**
 * Places firms so that joined ones are near each other: springs along edges, repulsion between all (Fruchterman and
 * Reingold 1991), from a spiral in the order of the firms and for a set number of rounds. The same component has the same
 * layout each time.
 */
final class Layout {

    private static final int ROUNDS = 200;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final double[] x;
    private final double[] y;

    private Layout(int size) {
        this.x = new double[size];
        this.y = new double[size];
        for (int i = 0; i < size; i++) {
            double radius = Math.sqrt((i + 0.5) / size);
            x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
            y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
        }
    }

    static Layout of(ComponentGraph graph) {
        Layout layout = new Layout(graph.firms().size());
        double heat = 0.2;
        for (int round = 0; round < ROUNDS; round++) {
            layout.move(graph, heat);
            heat *= 0.98;
        }
        layout.fit();
        return layout;
    }

    /** {@return from 0 to 1} */
    double x(int firm) {
        return x[firm];
    }

    /** {@return from 0 to 1} */
    double y(int firm) {
        return y[firm];
    }

    private void move(ComponentGraph graph, double heat) {
        int size = x.length;
        double ideal = 2 / Math.sqrt(size);
        double[] forceX = new double[size];
        double[] forceY = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double push = ideal * ideal / (dx * dx + dy * dy + 1e-9);
                forceX[i] += dx * push;
                forceY[i] += dy * push;
                forceX[j] -= dx * push;
                forceY[j] -= dy * push;
            }
        }
        for (ComponentGraph.Link link : graph.links()) {
            double dx = x[link.to()] - x[link.from()];
            double dy = y[link.to()] - y[link.from()];
            double pull = Math.sqrt(dx * dx + dy * dy) / ideal;
            forceX[link.from()] += dx * pull;
            forceY[link.from()] += dy * pull;
            forceX[link.to()] -= dx * pull;
            forceY[link.to()] -= dy * pull;
        }
        for (int i = 0; i < size; i++) {
            double force = Math.sqrt(forceX[i] * forceX[i] + forceY[i] * forceY[i]) + 1e-12;
            x[i] += forceX[i] / force * Math.min(force, heat);
            y[i] += forceY[i] / force * Math.min(force, heat);
        }
    }

    private void fit() {
        fit(x);
        fit(y);
    }

    private static void fit(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double span = Arrays.stream(values).max().orElse(0) - least;
        for (int i = 0; i < values.length; i++) {
            values[i] = span == 0 ? 0.5 : (values[i] - least) / span;
        }
    }
}
