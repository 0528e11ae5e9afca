/**
 * Setting targets: what a city sets or revises is checked, whole or not at all, and becomes a version of a target. Breakdowns
 * and adjustments of plans set theirs by the same way.
 */
package org.finplan.indicators.targetsetting;
