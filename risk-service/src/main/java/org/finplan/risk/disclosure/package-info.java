/** Environmental disclosure: which bodies must disclose by their class, what they disclosed for a year, and who is missing. */
package org.finplan.risk.disclosure;
