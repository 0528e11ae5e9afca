/** Attainment as the indicators service judges it, taken to the rule about plan indicators. */
package org.finplan.risk.attainment;
