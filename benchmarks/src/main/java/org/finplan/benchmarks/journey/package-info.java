/** How long a figure takes from the gateway to the alert that rests on it, and back through the gateway. */
package org.finplan.benchmarks.journey;
