/**
 * What indicators are meant to reach: the plan's own targets, and those of districts and zones. Targets are append-only
 * versions; a mid-term change leaves the first readable.
 */
package org.finplan.indicators.target;
