/**
 * How a version of a plan package comes in force in every program of the suite or in none: indicators-service owns the
 * versions, the others prepare them, and each follows its own database.
 */
package org.finplan.platform.planversion;
