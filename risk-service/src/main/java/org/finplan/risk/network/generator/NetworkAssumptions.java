package org.finplan.risk.network.generator;

/**
 * What a made-up network is like. All of it is assumed: node and edge counts of the published Chinese networks were not
 * seen, only that they are sparse, reciprocal in parts, clustered by county, and have hubs (see docs/networks.md).
 *
 * @param firms how many firms
 * @param edges how many guarantees, about
 * @param counties in how many counties the firms lie
 * @param insideCounty share of guarantees within a county
 * @param reciprocated share of guarantees that are answered by one in the other direction
 * @param attracted share of guarantors that are drawn in proportion to the guarantees that they give already
 * @param joint share of loans with two to four guarantors
 * @param logExposure mean of the logarithm of amount over equity of the guarantor
 * @param logSpread its standard deviation
 */
public record NetworkAssumptions(
        int firms,
        int edges,
        int counties,
        double insideCounty,
        double reciprocated,
        double attracted,
        double joint,
        double logExposure,
        double logSpread) {

    /** The calm network of the reference: 20,000 firms, 30,000 guarantees. */
    public static final NetworkAssumptions CALM = new NetworkAssumptions(20_000, 30_000, 9, 0.7, 0.25, 0.5, 0.1, -3, 1);

    /**
     * The same with other numbers of firms and guarantees.
     *
     * @param otherFirms how many firms
     * @param otherEdges how many guarantees, about
     * @return the assumptions
     */
    public NetworkAssumptions sized(int otherFirms, int otherEdges) {
        return new NetworkAssumptions(
                otherFirms, otherEdges, counties, insideCounty, reciprocated, attracted, joint, logExposure, logSpread);
    }

    /**
     * The same with larger or smaller exposures.
     *
     * @param otherLogExposure mean of the logarithm of amount over equity
     * @return the assumptions
     */
    public NetworkAssumptions exposed(double otherLogExposure) {
        return new NetworkAssumptions(
                firms, edges, counties, insideCounty, reciprocated, attracted, joint, otherLogExposure, logSpread);
    }
}
