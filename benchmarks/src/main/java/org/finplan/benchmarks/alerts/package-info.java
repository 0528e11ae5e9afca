/** How long an institution's report takes from the gateway until what it does to an alert is on the gateway's feed, under load. */
package org.finplan.benchmarks.alerts;
