"""Place names and codes are not those of real places."""

import re

from localvision.example import generate
from localvision.example.naming import locality_names

# Local authorities and large towns of the United Kingdom, as far as the names could clash.
REAL = """
Aberdeen Adur Allerdale Amber Angus Antrim Argyll Arun Ashfield Ashford Aylesbury Babergh Barking
Barnet Barnsley Barrow Basildon Basingstoke Bassetlaw Bath Bedford Belfast Berwick Bexley
Birmingham Blaby Blackburn Blackpool Bolsover Bolton Boston Bournemouth Bracknell Bradford
Braintree Breckland Brent Brentwood Bridgend Brighton Bristol Broadland Bromley Bromsgrove
Broxbourne Broxtowe Burnley Bury Caerphilly Calderdale Cambridge Camden Cannock Canterbury Cardiff
Carlisle Carmarthenshire Castle Ceredigion Charnwood Chelmsford Cheltenham Cherwell Cheshire
Chesterfield Chichester Chiltern Chorley Christchurch Clackmannanshire Colchester Conwy Copeland
Corby Cornwall Cotswold Coventry Craven Crawley Croydon Cumberland Dacorum Darlington Dartford
Daventry Denbighshire Derby Derry Doncaster Dorset Dover Dudley Dundee Durham Ealing Eastbourne
Eastleigh Eden Edinburgh Elmbridge Enfield Epping Epsom Erewash Exeter Falkirk Fareham Fenland Fife
Flintshire Fylde Gateshead Gedling Glasgow Gloucester Gosport Gravesham Greenwich Guildford Gwynedd
Hackney Halton Hambleton Hammersmith Harborough Haringey Harlow Harrogate Harrow Hart Hartlepool
Hastings Havant Havering Herefordshire Hertsmere Highland Hillingdon Hinckley Horsham Hounslow Hull
Huntingdonshire Hyndburn Inverclyde Ipswich Islington Kensington Kettering Kirklees Knowsley Lambeth
Lancaster Leeds Leicester Lewes Lewisham Lichfield Lincoln Lisburn Liverpool Luton Maidstone Maldon
Malvern Manchester Mansfield Medway Melton Mendip Merthyr Merton Middlesbrough Midlothian Monmouth
Moray Newark Newcastle Newham Newport Norwich Northampton Northumberland Nottingham Nuneaton Oadby
Oldham Orkney Oxford Pembrokeshire Pendle Perth Peterborough Plymouth Poole Portsmouth Powys Preston
Purbeck Reading Redbridge Redcar Redditch Reigate Renfrewshire Ribble Richmond Richmondshire
Rochdale Rochford Rossendale Rother Rotherham Rugby Runnymede Rushcliffe Rushmoor Rutland Ryedale
Salford Sandwell Scarborough Sedgemoor Sefton Selby Sevenoaks Sheffield Shepway Shetland Shropshire
Slough Solihull Somerset Southampton Southend Southwark Spelthorne Stafford Stevenage Stirling
Stockport Stockton Stoke Stratford Stroud Suffolk Sunderland Surrey Sutton Swale Swansea Swindon
Tameside Tamworth Tandridge Taunton Teignbridge Telford Tendring Thanet Thurrock Torbay Torfaen
Torridge Trafford Tunbridge Uttlesford Wakefield Walsall Waltham Wandsworth Warrington Warwick
Watford Waveney Waverley Wealden Wellingborough Welwyn Westminster Wigan Wiltshire Winchester
Windsor Wirral Woking Wokingham Wolverhampton Worcester Worthing Wrexham Wychavon Wycombe Wyre York
Barmouth Yarmouth Exmouth Falmouth Sidmouth Weymouth Lynmouth Teignmouth Whitby Filey Saltburn
Withernsea Mablethorpe Skegness Cromer Sheringham Aldeburgh Felixstowe Lowestoft Harwich Frinton
Clacton Margate Ramsgate Deal Folkestone Hythe Rye Bexhill Seaford Newhaven Littlehampton Bognor
Swanage Lyme Seaton Budleigh Dawlish Brixham Kingsbridge Salcombe Looe Fowey Mevagissey Penzance
Bude Minehead Watchet Clevedon Portishead Thornbury Nailsworth Tetbury Cirencester Ludlow Oswestry
Buxton Matlock Bakewell Leek Uttoxeter Kendal Keswick Penrith Appleby Brampton Hexham Morpeth
Alnwick Wooler Rothbury Skipton Settle Otley Ilkley Keighley Hebden Todmorden Glossop Millbrook
Inglewood Thornhill Northmarsh Brindle Wrayton Saltmarsh Mardale Merrow Rushden Askern Fenwick
"""


def test_no_locality_has_the_name_of_a_real_place():
    real = {name.casefold() for name in REAL.split()}
    names = locality_names()
    assert len(names) >= 2_500
    assert len(set(names)) == len(names)
    assert not {name.casefold() for name in names} & real


def test_area_codes_cannot_be_taken_for_real_ones():
    seen = set()
    for records in generate(localities=300).each_locality():
        for code in records.locality.codes:
            assert re.fullmatch(r"X99\d{6}", code.code)
            assert code.code not in seen
            seen.add(code.code)
