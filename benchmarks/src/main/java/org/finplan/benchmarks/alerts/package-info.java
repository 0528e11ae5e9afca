/** How long a report of an institution takes from the gateway until its alert is on the feed of the gateway. */
package org.finplan.benchmarks.alerts;
