/** A program that prepares versions which another one owns: it stores what comes by events, answers, and does as it is told. */
package org.finplan.platform.planversion.participant;
