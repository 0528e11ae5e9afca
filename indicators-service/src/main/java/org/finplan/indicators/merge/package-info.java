/** What becomes of the things that a plan package says when another version of it says them otherwise. */
package org.finplan.indicators.merge;
