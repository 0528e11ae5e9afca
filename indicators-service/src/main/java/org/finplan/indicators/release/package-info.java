/**
 * Releases: figures that become known together at a time. Before it they lie in a table of their own, so that no read of
 * facts, no judgement and no event can meet them; at that time they are recorded like any other, by one instance.
 */
package org.finplan.indicators.release;
