//! The judgement and the comparison: figures that can be followed by hand, and the questionnaire that is built in.

mod as_people_write;
mod bought_services;
mod customer_service;
mod dues;
mod limits;
mod mvsp;
mod one_fact;
mod oracle;
mod overview_of_many;
mod side_by_side;
mod unvalued;
mod vectors;
mod warnings;
mod worked;
