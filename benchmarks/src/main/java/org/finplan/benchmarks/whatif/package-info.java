/** What-ifs on one circle of a guarantee network, through the gateway of a running stack. */
package org.finplan.benchmarks.whatif;
