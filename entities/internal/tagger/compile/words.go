package compile

// moreDemonyms completes the list of demonyms: nations without a state, older names, groups of religion and origin, irregular forms.
const moreDemonyms = `
Dutch Dutchman Swiss Kosovar Kosovars Kosovan Scottish Scot Scots Welsh Welshman English Englishman British Briton Britons Irish Irishman
Kurdish Kurd Kurds Palestinian Palestinians Tibetan Tibetans Uyghur Uyghurs Uighur Uighurs Chechen Chechens Tamil Tamils Basque Basques
Catalan Catalans Taiwanese Filipino Filipinos Filipina Spaniard Spaniards Frenchman Frenchmen French Turk Turks Turkish Turkmen Pole Poles
Swede Swedes Dane Danes Finn Finns Finnish Czech Czechs Slovak Slovaks Serb Serbs Serbian Croat Croats Bosniak Bosniaks Kazakh Kazakhs
Uzbek Uzbeks Tajik Tajiks Kyrgyz Afghan Afghans Pashtun Pashtuns Hazara Arab Arabs Arabian Jew Jews Jewish Muslim Muslims Moslem Moslems
Islamic Islamist Islamists Christian Christians Catholic Catholics Protestant Protestants Orthodox Sunni Sunnis Shia Shiite Shiites Shi'ite
Shi'a Hindu Hindus Sikh Sikhs Buddhist Buddhists Yazidi Yazidis Druze Alawite Alawites Coptic Copts Maronite Rohingya Hutu Hutus Tutsi Tutsis
African Africans African-American Asian Asians European Europeans American Americans Latino Latinos Hispanic Hispanics Caucasian Balkan
Soviet Soviets Yugoslav Yugoslavs Ottoman Roman Romans Saudi Saudis Emirati Emiratis Omani Omanis Qatari Qataris Kuwaiti Kuwaitis Bahraini
Democrat Democrats Republican Republicans Tory Tories Nazi Nazis Zionist Zionists Communist Communists Texan Texans Californian Californians
Parisian Londoner Londoners Siberian Sicilian Bavarian Hawaiian Hawaiians Alaskan Australian Aussie Aussies Kiwi Maori Aboriginal Inuit
Cherokee Navajo Sioux Roma Romani Bedouin Berber Berbers Baloch Punjabi Punjabis Bengali Bengalis Gujarati Kashmiri Kashmiris Assamese
Crimean Abkhaz Abkhazian Ossetian Ossetians Dagestani Ingush Tatar Tatars Cossack Cossacks Darfuri Ivorian Ivorians Congolese Senegalese
Togolese Sudanese Maltese Vietnamese Portuguese Burmese Japanese Chinese Lebanese Nepalese Nepali Sinhalese Sri Lankan Lankans Zairean
Anglican Anglicans Methodist Methodists Baptist Baptists Evangelical Evangelicals Mormon Mormons Quaker Quakers Jesuit Jesuits Salafi Salafist
Wahhabi Sufi Mennonite Amish Pentecostal Lutheran Lutherans Presbyterian Presbyterians Northern Irish Faroese Greenlandic Greenlander Monegasque
Latin Nordic Scandinavian Scandinavians Slavic Slav Slavs Germanic Baltic Caribbean Mediterranean Middle-Eastern Indo-Pakistani Anglo-American
`

// morePlaces are countries and regions under names that the list does not have.
const morePlaces = `U.S.,US,USA,U.S.A.,U.K.,UK,UAE,U.A.E.,DRC,Britain,Great Britain,England,Scotland,Wales,Northern Ireland,America,South Korea,North Korea,
Russia,Iran,Syria,Vietnam,Laos,Taiwan,Tanzania,Bolivia,Venezuela,Moldova,Brunei,Palestine,Kosovo,Ivory Coast,Côte d'Ivoire,Burma,Macedonia,
North Macedonia,Czech Republic,Czechia,Cape Verde,East Timor,Swaziland,Eswatini,Democratic Republic of the Congo,Republic of the Congo,Congo,
Zaire,Soviet Union,USSR,Yugoslavia,Czechoslovakia,East Germany,West Germany,Serbia and Montenegro,West Bank,Gaza,Gaza Strip,Middle East,Europe,
Asia,Africa,North America,South America,Latin America,Central America,Oceania,Antarctica,Arctic,Caribbean,Balkans,Persian Gulf,Horn of Africa,
Hong Kong,Macau,Tibet,Xinjiang,Kashmir,Crimea,Donbas,Chechnya,Kurdistan,Iraqi Kurdistan,Darfur,South Ossetia,Abkhazia,Transnistria,
Nagorno-Karabakh,Western Sahara,Somaliland,Puntland,Scandinavia,Siberia,Sinai,Sinai Peninsula,Golan Heights,Korean Peninsula,New England,
South China Sea,East China Sea,Black Sea,Red Sea,Mediterranean Sea,Mediterranean,Baltic Sea,North Sea,Caspian Sea,Sea of Japan,Arabian Sea,
Pacific Ocean,Atlantic Ocean,Indian Ocean,Arctic Ocean,Gulf of Mexico,Gulf of Aden,Strait of Hormuz,Suez Canal,Panama Canal,English Channel,
Washington,Washington D.C.,D.C.,L.A.,N.Y.,New York City,Manhattan,Brooklyn,Vatican City,Holy See,Himalayas,Alps,Andes,Sahara,Sahel,Amazon`
